// SPDX-License-Identifier: Apache-2.0
// What the browser keeps of the reader's choices. Storage may be forbidden: then they last as long as the page.

type Choice = "language" | "theme";

export function recall(choice: Choice): string | null {
  try {
    return localStorage.getItem(`kept-${choice}`);
  } catch {
    return null;
  }
}

export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(`kept-${choice}`, value);
  } catch {
    // forbidden: nothing is lost but the memory of it
  }
}
