export { isGroup } from './model/questions.js';
export type {
  BoundingBox,
  ConnectorDetail,
  Counts,
  EvseDetail,
  Facet,
  FacetValue,
  LocationDetail,
  MapDimension,
  MapGroup,
  MapItem,
  MapLocation,
  MapView,
  StationDetail,
  StationPage,
  StationQuery,
  StationRow,
  StationSort,
  StationSortKey,
} from './model/questions.js';
export { writeColumns } from './model/columns/write-columns.js';
export type { LastMessageBuckets } from './model/last-message.js';
export { ocppChange } from './model/ocpp/ocpp-change.js';
export type { OcppChangeOptions, OcppVersion } from './model/ocpp/ocpp-change.js';
export type {
  Connector,
  ConnectionStatus,
  Dimension,
  Evse,
  EvseChange,
  EvseStatus,
  Instant,
  LastMessageMeaning,
  Location,
  NetworkChange,
  NetworkSnapshot,
  Problem,
  RecordKind,
  Scope,
  SinceMeaning,
  Station,
  StationChange,
  StationFilter,
  StationStatus,
  StatusCounts,
  TrendPoint,
} from './model/records.js';

export type { Problems, SkippedRecords } from './model/problems.js';

export { columnsSource } from './provider/sources/columns-source.js';
export type { FeedFormat } from './provider/sources/feed-formats.js';
export { jsonSource } from './provider/sources/json-source.js';
export { withLive } from './provider/sources/live.js';
export type { LiveOptions } from './provider/sources/live.js';
export { localProvider } from './provider/local-provider.js';
export type { DisposableProvider, LocalProviderOptions } from './provider/local-provider.js';
export { remoteProvider } from './provider/remote-provider.js';
export { ocpiSource } from './provider/sources/ocpi-source.js';
export type { OcpiSourceOptions } from './provider/sources/ocpi-source.js';
export type { RequestHeaders, RequestOptions } from './provider/sources/request-options.js';
export type {
  DataProvider,
  DataState,
  QuestionOptions,
  StationSource,
  WatchOptions,
} from './provider/data-provider.js';

export { configureWorkers } from './provider/worker/worker-config.js';
export type { WorkersConfig } from './provider/worker/worker-config.js';

export type { Amount, Duration } from './model/amounts.js';
export { registerMessages } from './messages/catalogues.js';
export type { OwnMessages } from './messages/catalogues.js';
export type { Messages } from './messages/messages.js';
export type { ReasonTexts } from './messages/reason-texts.js';
export type { Reason } from './model/reason.js';

export { configureMap } from './render/map/map-config.js';
export type { Gestures } from './render/map/gestures.js';

export { EvConnectionMap } from './elements/ev-connection-map.js';
export { EvConnectionPie } from './elements/ev-connection-pie.js';
export { EvDataProvider } from './elements/ev-data-provider.js';
export { EvEvseMap } from './elements/ev-evse-map.js';
export { EvEvsePie } from './elements/ev-evse-pie.js';
export { EvLastOcppPie } from './elements/ev-last-ocpp-pie.js';
export { EvOverview } from './elements/ev-overview.js';
export { EvPanel } from './elements/ev-panel.js';
export { EvStationList } from './elements/ev-station-list.js';
export { EvStationPie } from './elements/ev-station-pie.js';
export { EvStatusLegend } from './elements/ev-status-legend.js';
export type { ListNarrowing } from './model/list-narrowing.js';
export type { ListTab } from './model/list-tabs.js';
export { EvSummary } from './elements/ev-summary.js';
export {
  DataStateEvent,
  DrillDownEvent,
  FilterChangeEvent,
  NarrowingChangeEvent,
  NavigateEvent,
  StateChangeEvent,
  TabChangeEvent,
  ViewChangeEvent,
} from './elements/events.js';
export type {
  DrillDownDetail,
  FilterChangeDetail,
  MapPlace,
  NarrowingChangeDetail,
  NavigateDetail,
  OverviewState,
  TabChangeDetail,
  ViewChangeDetail,
} from './elements/events.js';
