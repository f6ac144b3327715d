import { OCPP16, OCPP20, OCPP21 } from 'typed-ocpp';

import type { OcppVersion } from '../../src/model/ocpp/ocpp-change.js';

/** What of `typed-ocpp` each version of it offers, by the schemas that the Open Charge Alliance publishes. */
interface Validators {
  validateCall: { (message: unknown): boolean; errors: string[] };
  checkCallResult: { (result: unknown, call: unknown): boolean; errors: string[] };
}

const VALIDATORS: Record<OcppVersion, Validators> = {
  '1.6': OCPP16 as unknown as Validators,
  '2.0.1': OCPP20 as unknown as Validators,
  '2.1': OCPP21 as unknown as Validators,
};

/** What the published schema says against the payload of a call, or against an answer to one. */
export function schemaErrors(
  version: OcppVersion,
  action: string,
  payload: unknown,
  isAnswer = false,
): string[] {
  const { checkCallResult, validateCall } = VALIDATORS[version];
  const call = [2, '1', action, isAnswer ? {} : payload];
  if (isAnswer) return checkCallResult([3, '1', payload], call) ? [] : checkCallResult.errors;
  return validateCall(call) ? [] : validateCall.errors;
}
