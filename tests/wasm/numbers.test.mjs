// SPDX-License-Identifier: EUPL-1.2
// src/json/without_double.cpp stands in for libc's strtod: where IEEE 754 (and V8 with it) gives infinity, and nowhere else, the parser finds a number
// too large. What is finite and within the engine's own limits is read.
import assert from 'node:assert/strict';
import test from 'node:test';
import { openEngine } from './host.mjs';

const finite = [
  '0.0', '-0.0', '0.1', '1e5', '1E+5', '-1.5e-7', '123456789.123456789', '1e307', '1e308', '1.7976931348623157e308', '1.79769313486231580e308', '1.797693134862315807e308',
  '1.7976931348623158079e308', '-1.7976931348623157e308', '0.00000e999999', '1e-300', '0', '-7', '9007199254740993', '18446744073709551616', '-9223372036854775809', '1234567890123456789012345678901234',
];
const beyond = ['1.7976931348623158080e308', '1.7976931348623159e308', '-1.8e308', '1e309', '1e400', '-1e99999', '1e999999999999', `2${'0'.repeat(308)}.0`, `2${'0'.repeat(308)}`, `-2${'0'.repeat(308)}`, '9'.repeat(400), `0.${'0'.repeat(300)}1e610`];

test('a number is too large for the parser exactly where IEEE 754 says so', async () => {
  const core = await openEngine();
  // The argument is no object, so that nothing but its reading is judged: what was read lacks its members.
  const codeOf = (number) => core.addLanguage(`[${number}]`).problems[0].code;
  for (const number of finite) assert.deepEqual([Number.isFinite(Number(number)), codeOf(number)], [true, 'missing-member'], number);
  for (const number of beyond) assert.deepEqual([Number.isFinite(Number(number)), codeOf(number)], [false, 'number-too-long'], number);
});
