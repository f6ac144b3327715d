/** OCPP 1.6 §7.6: that nothing is wrong. */
const NO_ERROR = 'noerror';

/** An error code for people; undefined where it says that there is none, in any letter case. */
export function errorCodeOf(text: string | undefined): string | undefined {
  return text && text.toLowerCase() !== NO_ERROR ? text : undefined;
}
