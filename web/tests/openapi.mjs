// SPDX-License-Identifier: Apache-2.0
// Is what comes on standard input an OpenAPI document by the official schema of its version? Exit status 1 when it is not.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";

const { valid, errors } = await new Validator().validate(JSON.parse(readFileSync(0, "utf8")));
if (!valid) {
  console.error(JSON.stringify(errors, null, 2));
  process.exit(1);
}
