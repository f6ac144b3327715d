import { shown } from '../model/fields.js';
import type { LocationDetail, StationDetail } from '../model/questions.js';
import type { Scope } from '../model/records.js';
import { inTurn } from './asked-provider.js';
import { differenceOf } from './difference.js';
import type { Inquiry } from './inquiry.js';

/** Locations whose details are asked for: of a larger network, about as many from all over it. */
const ASKED = 500;

/** Ids that no location has, unless the network itself uses them: one that is looked up in an object is found there. */
const UNKNOWN = ['no such id', '', '__proto__', 'constructor', 'toString'];

/** What the records say of a station. Since when it is faulted is the provider's own observation. */
export function stated<T extends StationDetail>(detail: T): Partial<T> {
  const fields: Partial<T> = { ...detail };
  delete fields.faultedSince;
  return fields;
}

function placeStated(place: LocationDetail | undefined): unknown {
  return place && { ...place, stations: place.stations.map(stated) };
}

/** R17: each location's details, and none of one that is not there. */
export async function checkLocations(inquiry: Inquiry, scope?: Scope): Promise<void> {
  const { asked, oracle } = inquiry;
  const { locations } = oracle.ids;
  const every = Math.ceil(locations.length / ASKED) || 1;
  const known = locations.filter((_, index) => index % every === 0);
  const words = scope ? `, ${JSON.stringify({ scope })}` : '';
  const check = (subject: string, ids: readonly string[]) =>
    inquiry.ask(
      `location(${subject}${words})`,
      () => inTurn(ids, id => asked.location(id, { scope })),
      (answers, oracle) =>
        ids.map((id, index) =>
          differenceOf(answers[index], placeStated(oracle.location(id, scope)), `that of ${shown(id)}`),
        ),
    );
  await check('id of each location', known);
  for (const id of UNKNOWN.filter(id => !locations.includes(id)))
    await check(`${shown(id)}, which is unknown`, [id]);
}
