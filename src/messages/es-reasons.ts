import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'many' | 'other'>('es');

const seconds = (n: Amount) =>
  plural(n, { one: 'un segundo', many: `${n.text} de segundos`, other: `${n.text} segundos` });

const MOMENT = 'milisegundos desde 1970, o texto ISO 8601 de los años 1970 a 9999';

/** Por qué faltan datos. */
export const esReasons: ReasonTexts = {
  nothing: 'sin valor',
  anObject: 'objeto',
  anArray: n => `lista (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}; se esperaba: ${expected}.`,
  text: 'texto',
  textNotEmpty: 'texto no vacío',
  aList: 'lista',
  listOfIds: 'lista de identificadores',
  wholeNumber: 'número entero',
  wholeNumberFromZero: 'número entero, 0 o más',
  secondsFromZero: 'segundos, 0 o más',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, como mucho un día por delante del reloj de la red`,
  momentSince2000: `${MOMENT}, no anterior a 2000`,
  momentOfPast: 'momento no posterior al de los datos',
  newLocationId: 'identificador que no tenga ningún emplazamiento anterior',
  newStationId: 'identificador que no tenga ninguna estación anterior',
  newIdOfList: 'identificador que no esté ya en la lista',
  stationOfNetwork: 'identificador de una estación de la red',
  idOfLocations: 'identificador de un emplazamiento de la red',
  idOfStations: 'identificador de una estación de la red',
  latitude: 'grados de -90 a 90',
  longitude: 'grados',
  placeNotZero: 'posición distinta de 0, 0, que significa que no hay ninguna',
  statusWord: 'estado de OCPP 1.6, 2.0.1, 2.1 o de OCPI; cualquier otro se lee como indefinido',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable o Faulted de una estación en su conjunto; cualquier otro no se lee',
  deploymentState: states => `${states}; no se cuentan las estaciones en cualquier otro estado`,
  historyPoints: 'lista de momentos, del más antiguo al más reciente',
  historyPoint: 'objeto con «at» y «counts»',
  countsByDimension: 'cantidades por dimensión',
  countsByStatus: 'cantidades por estado',
  noneBut: fields => `solo los campos ${fields}`,

  ocpiFeed: 'Locations de OCPI, en una lista o en {data: […]}',
  ocpiLocation: 'Location de OCPI',
  ocpiLocationId: 'identificador de una Location',
  ocpiDateTime: 'DateTime como 2026-06-07T16:25:39Z',
  ocpiEvses: 'lista de EVSE',
  ocpiEvse: 'EVSE de OCPI',
  ocpiUid: 'uid de un EVSE',
  ocpiStatus: 'estado de OCPI como AVAILABLE',
  ocpiDegrees: 'grados decimales en forma de texto',
  notOcpi: (expected, value) => `Se esperaba: ${expected}; se recibió: ${value}.`,
  ocpiRefused: (expected, status) =>
    `Se esperaba: ${expected}; se recibió: status_code ${status}. El éxito es 1xxx.`,
  ocpiWithoutData: (expected, value) =>
    `Se esperaba: ${expected}; se recibió: un objeto cuyo «data» contiene: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `Se esperaba: ${expected}; se recibió: un objeto cuyo «data» contiene: ${value}. Su estado es ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'No se pueden leer ni «Link» ni «X-Total-Count», de modo que puede haber más que la primera página. Un servidor de otro origen debe ' +
    'enviar «X-Total-Count» y «Access-Control-Expose-Headers: Link, X-Total-Count».',

  strangeEvent: (stream, event) =>
    `El flujo en directo ${stream} envió un evento de nombre ${event}; se esperan eventos sin nombre. No se leyó.`,
  strangeLine: start =>
    `El flujo en directo envió una línea que empieza por ${start}; se esperaba: «data», «event», «id» o «retry» y dos puntos. No se leyó.`,

  changeNotTaken: reason => `No se pudo aplicar un cambio (${reason}).`,

  partAway: part =>
    `La parte ${part} de la base de datos no responde en este momento; sus estaciones faltan en las listas y en los mapas muy ampliados, y entretanto no se recuenta nada, ni siquiera lo que cambia solo con el tiempo.`,

  notSnapshot: value => `Instantánea: ${value}; se esperaba: {locations: […]}.`,
  notLocations: value => `«locations» de la instantánea: ${value}; se esperaba: lista de emplazamientos.`,

  aSnapshot: 'un NetworkSnapshot {locations: […]}',
  timedOut: (url, n) => `GET ${url}: no llegó nada durante ${seconds(n)}.`,
  unanswered: (url, reason) => `GET ${url}: sin respuesta (${reason}).`,
  refused: (url, status) => `GET ${url}: la respuesta fue ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url}: la respuesta fue ${status}. ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}: la respuesta supera los ${megabytes.text} MB; se esperaba una más corta.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: la respuesta no es JSON (${reason}). Empieza por ${start}; se esperaba: ${expected}.`,
  otherShape: (url, expected) => `GET ${url}: la respuesta es JSON de otra forma; se esperaba: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: la respuesta es JSON de otra forma; se esperaba: ${expected}. Parece OCPI, que se lee con el formato «ocpi».`,
  unreadableAnswer: (url, reason) => `GET ${url}: la respuesta no se puede leer. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url} se redirige a otro servidor, ${origin}, que no recibe las cabeceras; se esperaba la URL que responde.`,
  redirectedTwice: url =>
    `GET ${url} se redirige de forma que no se pueden enviar las cabeceras; se esperaba la URL que responde.`,
  headersMissing: (url, reason) => `No se pudieron obtener las cabeceras para GET ${url}: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `Las columnas empiezan por ${start}; se esperaba: ${expected}.`,
  columnsShort: (bytes, header) =>
    `Las columnas ocupan ${bytes} bytes; se esperaba una cabecera de ${header}.`,
  columnsLength: (bytes, expected) =>
    `Las columnas ocupan ${bytes} bytes; según su cabecera son ${expected}.`,
  columnFalls: (column, end, least) => `Columna ${column}: ${end}; se esperaba: ${least} o más.`,
  columnOwns: (column, end, expected, part) =>
    `La columna ${column} termina en ${end}; se esperaba: ${expected}, la cantidad en ${part}.`,
  columnEnds: (column, end, most) =>
    `La columna ${column} termina en ${end}; se esperaba: ${most} como máximo.`,

  ocpiIdlePages: pages =>
    `Se anuncia otra página aunque ${pages} páginas no trajeron ninguna Location nueva; así no acabaría nunca.`,
  ocpiMoreThanTotal: (locations, total) =>
    `Se anuncia otra página tras ${locations} Locations, aunque según X-Total-Count son ${total}.`,
  ocpiTooManyPages: pages => `Se anuncia otra página tras ${pages} páginas, el máximo que se lee.`,
  ocpiFewerThanTotal: (locations, total) =>
    `No se anuncia otra página tras ${locations} Locations, aunque según X-Total-Count son ${total}.`,
  ocpiLink: link => `La cabecera Link es ${link}; se esperaba: <URL>; rel="…" según RFC 8288.`,
  ocpiNextNoUrl: url => `La página siguiente es ${url}; se esperaba una URL.`,
  ocpiNextElsewhere: (url, host) => `La página siguiente ${url} no está en el host de la fuente, ${host}.`,

  streamInterrupted: (stream, what) => `El flujo en directo ${stream} ${what}. Se volverá a abrir.`,
  streamEnded: (stream, what) =>
    `El flujo en directo ${stream} ${what}. Nada cambia ya hasta que se recargue la página.`,
  streamMissed: (stream, what) => `El flujo en directo ${stream} ${what}. La red se carga de nuevo.`,
  streamRefused: status => `recibió la respuesta ${status}`,
  streamEndedBy: status => `recibió la respuesta ${status}, con la que un servidor pone fin a un flujo`,
  streamOfType: (type, expected) => `recibió una respuesta de tipo ${type}; se esperaba: ${expected}`,
  streamHeadersMissing: reason => `no se pidió, pues no se pudieron obtener sus cabeceras: ${reason}`,
  eventTooLarge: n => `envió un evento de más de ${n.text} caracteres`,
  endedByServer: 'fue terminado por el servidor',
  streamUnanswered: reason => `no recibió respuesta (${reason})`,
  streamBroke: reason => `se cortó (${reason})`,
  streamFailed: reason => `falló (${reason})`,
  streamRests: 'descansa mientras nadie ve la página',
  streamSilent: n => `no envió nada durante ${seconds(n)}`,
  streamAway: 'estuvo interrumpido, y lo que cambió entretanto no se envió',
  sentReload: event => `envió el evento ${event}`,
  sentNoChange: (value, reason) => `envió ${value}; se esperaba: un NetworkChange en JSON (${reason})`,
  sentNoState: (value, reason) => `envió ${value}; se esperaba: el estado de la red en JSON (${reason})`,
  streamClosed: why => `se cerró (${why})`,
  streamNotOpened: 'no se pudo abrir',

  changeLost: reason => `No se pudo aplicar un cambio (${reason}). La red se carga de nuevo.`,
  changesTooFast: 'Los cambios llegaron más rápido de lo que se pueden aplicar; la red se carga de nuevo.',
  begunLate:
    'Los cambios de un tipo aún no se comunicaban cuando ya llegaban los de otro; la red se carga de nuevo.',

  loadUnsettled: n => `La carga de la fuente no ha terminado al cabo de ${n.text} minutos.`,
  sourceRejected: value => `La fuente falló con: ${value}; se esperaba: Error.`,
  workerStopped: reason => `El worker que calcula se detuvo (${reason}).`,
  workerSilent: n => `calló durante ${seconds(n)}`,
  workerNoReason: 'sin indicar el motivo',
  workerLostOften: (reason, times, minutes) =>
    `${reason} Fue la ${times.text}.ª vez en 10 minutos: no se vuelve a iniciar hasta dentro de ${minutes.text} min.`,
  watchedLate: 'Los cambios aún no se comunicaban cuando se cargó la red; se carga de nuevo.',
  streamCodeMissing: (stream, reason) =>
    `No se pudo cargar el código que sigue el flujo en directo ${stream} (${reason}). Se volverá a pedir.`,
  serverCodeMissing: (server, reason) =>
    `No se pudo cargar el código que consulta el servidor ${server} (${reason}). Se volverá a pedir.`,

  mapWorkerFailed: reason =>
    `El worker de MapLibre no se inició (${reason}). Debe servirse como JavaScript y estar permitido por la política de la página ` +
    '(worker-src; desde otro origen, también CORS y worker-src blob:). configureWorkers({ map }) dice dónde está.',
  fileNotLoaded: 'no se puede cargar su archivo',

  servedState: 'el estado de una red según docs/protocol.md',
  mapItems: 'una lista de grupos y emplazamientos',
  locationWithStations: 'un emplazamiento con sus estaciones',
  boundsOrNull: '[oeste, sur, este, norte] o null',
  pointList: 'una lista de momentos',
  facetList: 'una lista de { value, stations }',
  notState: (url, expected, reason) =>
    `GET ${url}: la respuesta no es lo que se esperaba (${expected}). ${reason}`,
  epochMilliseconds: 'milisegundos desde 1970',
  numberOfStations: 'cantidad de estaciones',
  serverSlow: 'La respuesta tardó demasiado; se esperaba una pregunta más acotada.',
  databaseAway: 'La base de datos no responde en este momento.',
  serverFailed: 'Algo falló en el servidor.',
};
