import { expect } from 'chai';

const REQUIRED = "require-trusted-types-for 'script'; trusted-types lit-html";

/** Has a page under a policy load a network, and say where its engine runs and how many stations it counts. */
async function countedUnder(policy: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module">
      import { localProvider } from '/src/provider/local-provider.ts';
      const stations = [{ id: 'a' }, { id: 'b' }];
      const provider = localProvider({
        load: async () => ({ locations: [{ id: 'l', latitude: 1, longitude: 2, stations }] }),
      });
      const { total } = await provider.counts('connection');
      parent.postMessage([provider.state.engine, total], '*');
    </script>`;
  const told = new Promise<unknown>(resolve => {
    addEventListener('message', ({ data }) => resolve(data), { once: true });
  });
  document.body.append(frame);
  try {
    return await told;
  } finally {
    frame.remove();
  }
}

describe('a page that requires Trusted Types for scripts', () => {
  it('R23: has the engine in its worker by the policy ev-widgets', async () => {
    expect(await countedUnder(`${REQUIRED} ev-widgets`)).to.deep.equal(['worker', 2]);
  });

  it('R23: has it in the tab where it allows no such policy', async () => {
    expect(await countedUnder(REQUIRED)).to.deep.equal(['tab', 2]);
  });
});
