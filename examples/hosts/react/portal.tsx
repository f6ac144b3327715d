import { localProvider } from 'ev-widgets';
import { EvDataProvider, EvOverview, EvStationList } from 'ev-widgets/react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes, useLocation, useNavigate, useParams } from 'react-router';

import { network } from './network';

const provider = localProvider({ load: async () => network });

function Overview() {
  const navigate = useNavigate();
  return (
    <EvOverview
      center="-35,-8"
      zoom={4}
      locationHref="/locations/{id}"
      stationHref="/stations/{id}"
      onDrillDown={event => {
        // This portal has a page of its own for the stations behind a figure.
        event.preventDefault();
        void navigate('/list', { state: event.detail.filter });
      }}
      onNavigate={event => {
        event.preventDefault();
        void navigate(event.detail.href);
      }}
    />
  );
}

function List() {
  const navigate = useNavigate();
  const { state } = useLocation();
  return (
    <EvStationList
      filter={state}
      stationHref="/stations/{id}"
      onNavigate={event => {
        event.preventDefault();
        void navigate(event.detail.href);
      }}
    />
  );
}

function Details() {
  const { id } = useParams();
  return <h1>{id}</h1>;
}

createRoot(document.querySelector('#portal')!).render(
  <BrowserRouter>
    <nav>
      <Link to="/">Overview</Link>
    </nav>
    <EvDataProvider provider={provider}>
      <Routes>
        <Route path="/" element={<Overview />} />
        <Route path="/list" element={<List />} />
        <Route path="/:kind/:id" element={<Details />} />
      </Routes>
    </EvDataProvider>
  </BrowserRouter>,
);
