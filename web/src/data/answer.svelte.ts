// SPDX-License-Identifier: Apache-2.0

/** A question and how far its answer is; the last answer stays while the next one is on its way. */
export class Answer<Value> {
  value = $state.raw<Value | undefined>();
  error = $state.raw<unknown>();
  busy = $state(true);
  private round = $state(0);

  constructor(question: () => Promise<Value>) {
    $effect(() => {
      void this.round;
      let stale = false;
      this.busy = true;
      const settle = (value: Value | undefined, error: unknown) => {
        if (stale) return;
        if (error === undefined) this.value = value;
        this.error = error;
        this.busy = false;
      };
      question().then((value) => settle(value, undefined), (error: unknown) => settle(undefined, error ?? "unknown"));
      return () => {
        stale = true;
      };
    });
  }

  again(): void {
    this.round += 1;
  }
}

/** Asks now, and again whenever what the question reads changes. To be called while a component is set up. */
export function ask<Value>(question: () => Promise<Value>): Answer<Value> {
  return new Answer(question);
}
