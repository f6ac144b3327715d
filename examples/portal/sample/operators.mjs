/**
 * The invented brands of the sample network, with their weight and the OCPP generation that their stations speak.
 * @type {readonly {name: string, weight: number, ocpp: '1.6' | '2.0.1'}[]}
 */
export const OPERATORS = [
  { name: 'Halyard Public', weight: 45, ocpp: '1.6' },
  { name: 'Halyard Fast', weight: 20, ocpp: '2.0.1' },
  { name: 'Kerbside Current', weight: 18, ocpp: '1.6' },
  { name: 'Watt & Wharf', weight: 10, ocpp: '2.0.1' },
  { name: 'Depotlicht', weight: 7, ocpp: '1.6' },
];

const generations = new Map(OPERATORS.map(({ name, ocpp }) => [name, ocpp]));

/**
 * The word that a connector in use reports: OCPP 2.x knows one, 1.6 tells how far the session is.
 * @param {string} operator
 * @param {string} word of OCPP 1.6
 */
export function wordInUse(operator, word) {
  return generations.get(operator) === '2.0.1' ? 'Occupied' : word;
}

/** @param {string} operator */
export function speaksOcpp2(operator) {
  return generations.get(operator) === '2.0.1';
}
