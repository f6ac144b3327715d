import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';

import { localProvider } from '../../../src/provider/local-provider.js';
import { ocpiSource } from '../../../src/provider/sources/ocpi-source.js';
import { at, evse, place } from '../../support/ocpi-feed.js';

const data = Array.from({ length: 10 }, (_, index) => place(String(index), [evse(`NL*ABC*E${index}*1`)]));
const ANSWER = { status_code: 1000, timestamp: at(30), data };
const ALLOWED = { 'Access-Control-Allow-Origin': '*' };
const HIDDEN = { ...ALLOWED, Link: '</2>; rel="next"', 'X-Total-Count': '30' };

const serveElsewhere = (headers: Record<string, string>, json: unknown) =>
  executeServerCommand<string, unknown>('serve-elsewhere', { headers, text: JSON.stringify(json) });

/** What a provider knows of a feed after its load. */
async function loaded(url: string) {
  const provider = localProvider(ocpiSource(url));
  await provider.refresh();
  const { status, error, problems } = provider.state;
  const total = status === 'ready' ? (await provider.counts('connection')).total : undefined;
  provider.dispose();
  return { status, message: error?.message, problems, total };
}

describe('an OCPI server of another origin', () => {
  it('R14: that lets neither its Link nor its X-Total-Count be read is refused: most may be missing', async () => {
    const origin = await serveElsewhere(HIDDEN, ANSWER);
    const { status, message } = await loaded(origin);
    expect(status).to.equal('error');
    for (const part of [origin, 'Access-Control-Expose-Headers: Link, X-Total-Count'])
      expect(message).to.include(part);
  });

  it('R14: that answers a bare file is read, and that there may be more is told', async () => {
    const origin = await serveElsewhere(HIDDEN, data);
    const { status, problems, total } = await loaded(origin);
    expect([status, total]).to.deep.equal(['ready', 10]);
    expect(problems!.total).to.equal(1);
    expect(problems!.first[0]!.message)
      .to.include(origin)
      .and.to.include('Access-Control-Expose-Headers: Link, X-Total-Count');
  });

  it('R12: that exposes its X-Total-Count is read where all have come', async () => {
    const exposed = { ...ALLOWED, 'Access-Control-Expose-Headers': 'X-Total-Count' };
    const origin = await serveElsewhere({ ...exposed, 'X-Total-Count': '10' }, ANSWER);
    expect(await loaded(origin)).to.deep.include({ status: 'ready', problems: undefined, total: 10 });
  });

  it('R14: that exposes its X-Total-Count only is refused where fewer have come', async () => {
    const exposed = { ...HIDDEN, 'Access-Control-Expose-Headers': 'X-Total-Count' };
    const { status, message } = await loaded(await serveElsewhere(exposed, ANSWER));
    expect(status).to.equal('error');
    expect(message).to.include('10 Locations, of 30 by its X-Total-Count');
  });
});
