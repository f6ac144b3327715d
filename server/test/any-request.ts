import fc from 'fast-check';

/** A request as it is sent: its path encoded. */
export interface AnyRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What has been the undoing of other servers. */
const JUNK = [
  ...[
    '',
    '0',
    '-1',
    '1e99',
    'NaN',
    'null',
    '[]',
    '{}',
    '\0',
    "'",
    '"',
    '%',
    '\\',
    '__proto__',
    '😀',
    '\ud800',
  ],
  ...['x'.repeat(2000), '9'.repeat(30), '00000000-0000-0000-0000-000000000000:9999999', '../../state', ';--'],
];

const text = fc.oneof(fc.constantFrom(...JUNK), fc.string({ unit: 'binary', maxLength: 30 }));
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 2 ** 31, 2 ** 53, 1e308));
const any = fc.oneof(
  { maxDepth: 4 },
  text,
  number,
  fc.constant(null),
  fc.boolean(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A record of which each field is as it should be, anything else, or not there. */
function recordOf(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const each = Object.fromEntries(
    Object.entries(fields).map(([name, expected]) => [
      name,
      fc.oneof({ arbitrary: expected, weight: 6 }, { arbitrary: any, weight: 1 }),
    ]),
  );
  return fc.oneof(
    { arbitrary: fc.record(each, { requiredKeys: [] }), weight: 9 },
    { arbitrary: any, weight: 1 },
  );
}
const listOf = (item: fc.Arbitrary<unknown>) => fc.array(item, { maxLength: 4 });

const id = fc.oneof(fc.constantFrom('A', 'B', 'L'), text);
const moment = fc.oneof(
  number,
  fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
);
const word = fc.oneof(fc.constantFrom('Available', 'Faulted', 'Charging'), text);
const texts = fc.oneof(text, listOf(text));

const SCOPE = recordOf({ country: texts, operator: texts });
const FILTER = recordOf({
  ...Object.fromEntries(['connection', 'evse', 'lastMessage', 'station'].map(name => [name, texts])),
  ...Object.fromEntries(['locationIds', 'country', 'operator', 'deploymentState'].map(name => [name, texts])),
  troubleFor: number,
});
const SORT = recordOf({
  by: fc.constantFrom('id', 'location', 'troubleSince'),
  descending: fc.boolean(),
  language: fc.oneof(fc.constantFrom('nb', 'de-CH'), text),
});

const EVSE = recordOf({ id, status: word, connectors: listOf(recordOf({ id, status: word })) });
const STATION = recordOf({
  ...{ id, status: word, lastMessageAt: moment, offlineSince: moment, faultedSince: moment, info: text },
  ...{ heartbeatInterval: number, connection: fc.constantFrom('online', 'offline'), evses: listOf(EVSE) },
  deploymentState: fc.constantFrom('production', 'stock'),
});
const LOCATION = recordOf({
  ...{ id, name: text, href: text, country: text, operator: text },
  ...{ latitude: fc.double({ min: -90, max: 90 }), longitude: fc.double({ min: -180, max: 180 }) },
  stations: listOf(STATION),
});
const HISTORY = listOf(
  recordOf({ at: moment, counts: recordOf({ connection: recordOf({ online: number }) }) }),
);
const OCPI = recordOf({
  ...{ id, coordinates: recordOf({ latitude: text, longitude: text }), country_code: text, party_id: text },
  ...{
    last_updated: moment,
    evses: listOf(recordOf({ uid: id, evse_id: text, status: word, last_updated: moment })),
  },
});
const CHANGE = recordOf({
  ...{ asOf: moment, locations: listOf(LOCATION), stations: listOf(STATION) },
  removed: recordOf({ locations: listOf(id), stations: listOf(id) }),
});
const OCPP = recordOf({
  ...{ station: id, version: fc.constantFrom('1.6', '2.0.1'), at: moment },
  action: fc.constantFrom(
    'StatusNotification',
    'BootNotification',
    'Heartbeat',
    'NotifyEvent',
    'MeterValues',
  ),
  payload: recordOf({
    connectorId: number,
    evseId: number,
    status: word,
    connectorStatus: word,
    errorCode: text,
  }),
});

const BODIES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  '/api/snapshot': recordOf({ asOf: moment, locations: listOf(LOCATION), history: HISTORY }),
  '/api/ocpi': fc.oneof(
    listOf(OCPI),
    recordOf({ data: listOf(OCPI), status_code: number, timestamp: moment }),
  ),
  '/api/changes': fc.oneof(CHANGE, listOf(CHANGE)),
  '/api/ocpp': fc.oneof(OCPP, listOf(OCPP)),
};

const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  dimension: fc.constantFrom('connection', 'evse', 'last-message', 'station'),
  facet: fc.constantFrom('country', 'operator'),
  ...Object.fromEntries(
    ['zoom', 'z', 'x', 'y'].map(name => [name, fc.integer({ min: 0, max: 24 }).map(String)]),
  ),
};
const json = (value: fc.Arbitrary<unknown>) => value.map(each => JSON.stringify(each) ?? '');
const QUERY: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ...{ scope: json(SCOPE), filter: json(FILTER), sort: json(SORT), id, search: text, cursor: text },
  ...{ limit: number.map(String), from: number.map(String), includeOffline: fc.boolean().map(String) },
};

/** Encoded, now and then as no encoder would. */
const encoded = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(value, fc.integer({ min: 0, max: 19 }))
    .map(
      ([each, chance]) =>
        encodeURIComponent(each.replace(/\p{Surrogate}/gu, '\uFFFD')) + (chance === 0 ? '%E0' : ''),
    );

function pathOf(template: string): fc.Arbitrary<string> {
  const parts = template.split('/').map(part => {
    const value = VALUES[part.slice(1, -1)];
    return value
      ? encoded(fc.oneof({ arbitrary: value, weight: 6 }, { arbitrary: text, weight: 1 }))
      : fc.constant(part);
  });
  return fc.tuple(...parts).map(each => each.join('/'));
}

/**
 * Any request: mostly such as could be answered, but for a part or two of it.
 * @param questions paths that are answered by GET, with `{name}` for what is chosen
 */
export function anyRequest(questions: readonly string[]): fc.Arbitrary<AnyRequest> {
  const entry = fc.oneof(
    ...Object.entries(QUERY).map(([name, value]) =>
      fc.tuple(
        fc.constant(name),
        encoded(fc.oneof({ arbitrary: value, weight: 6 }, { arbitrary: text, weight: 1 })),
      ),
    ),
    fc.tuple(encoded(text), encoded(text)),
  );
  const query = fc.array(entry, { maxLength: 4 }).map(each => each.map(pair => pair.join('=')).join('&'));
  const headers = fc.record(
    {
      'if-none-match': fc.constantFrom('*', '"', 'W/"x", "y"', ',,'),
      accept: fc.constantFrom('', 'text/html'),
    },
    { requiredKeys: [] },
  );
  const asked = fc
    .tuple(
      fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'PUT'),
      fc.oneof(...questions.map(pathOf)),
      query,
      headers,
    )
    .map(([method, path, search, given]): AnyRequest => ({
      method,
      path: `${path}?${search}`,
      headers: given,
    }));
  const types = fc.constantFrom(
    ...Array<string>(6).fill('application/json'),
    'application/x-ndjson',
    'text/plain',
    '',
  );
  const sent = fc.oneof(
    ...Object.entries(BODIES).map(([path, body]) =>
      fc
        .tuple(fc.oneof({ arbitrary: json(body), weight: 9 }, { arbitrary: text, weight: 1 }), types)
        .map(([each, type]): AnyRequest => ({
          method: 'POST',
          path,
          headers: { 'content-type': type },
          body: each,
        })),
    ),
  );
  return fc.oneof({ arbitrary: asked, weight: 3 }, { arbitrary: sent, weight: 1 });
}
