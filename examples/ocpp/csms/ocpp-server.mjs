import { RPCServer } from 'ocpp-rpc';

/** The subprotocols whose messages are checked by their schemas; those of `ocpp2.1` that ocpp-rpc 2.2.1 has find no message. */
export const CHECKED = ['ocpp1.6', 'ocpp2.0.1'];

/**
 * Lets stations connect to a system by OCPP-J over WebSocket, at `ws://localhost:PORT/STATION`.
 * @param {ReturnType<import('./csms.mjs').createCsms>} csms
 * @param {number} [port] default: any free one
 * @returns {Promise<number>} the port
 */
export async function listenForStations(csms, port = 0) {
  const server = new RPCServer({ protocols: ['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'], strictMode: CHECKED });
  server.auth((accept, reject, { identity }) => {
    if (csms.knows(identity)) accept();
    else reject(404, `There is no station ${identity}.`);
  });
  server.on('client', client => {
    const version = client.protocol.slice('ocpp'.length);
    client.handle(({ method, params }) => csms.receive(client.identity, version, method, params));
  });
  const http = await server.listen(port, 'localhost');
  return http.address().port;
}
