import { expect } from 'chai';

import { downloadMessages, registerMessages } from '../../src/messages/catalogues.js';
import { isolated } from '../../src/messages/isolated.js';
import { localizeFor } from '../../src/messages/nearest-language.js';
import { downloadReasons } from '../../src/messages/say-reason.js';
import type { Reason } from '../../src/model/reason.js';
import { say, unexpected } from '../../src/model/record-reasons.js';

const PROBLEM = unexpected('stations[3].heartbeatInterval', -5, say('secondsFromZero'));
const PATH = isolated('stations[3].heartbeatInterval');

/** What a sentence reads as once the texts of a language are there, in a page that has it already. */
async function explained(lang: string, problem: { message: string; reason?: Reason }) {
  await downloadMessages(lang.slice(0, 2));
  await localizeFor(lang).explained(problem);
  return localizeFor(lang).explain(problem);
}

describe('the reason of a problem', () => {
  it('R31: is said in English by its message', async () => {
    expect(PROBLEM.message).to.equal('stations[3].heartbeatInterval is -5; expected seconds, 0 or more.');
    expect(await explained('en', PROBLEM)).to.deep.equal({
      text: PROBLEM.message,
      dir: 'auto',
      lang: undefined,
    });
  });

  it('R31: is said in the language once its texts have been downloaded, and by its message until then', async () => {
    await downloadMessages('nl');
    expect(localizeFor('nl').explain(PROBLEM)).to.deep.equal({
      text: PROBLEM.message,
      dir: 'auto',
      lang: 'en',
    });
    // Which has asked for them.
    await downloadReasons('nl');
    expect(localizeFor('nl').explain(PROBLEM).text).to.equal(
      `${PATH}: ${isolated('-5')}; verwacht: seconden, 0 of meer.`,
    );
  });

  it('R31: survives a worker and a wire', async () => {
    const posted = structuredClone(PROBLEM);
    const sent = JSON.parse(JSON.stringify(PROBLEM)) as typeof PROBLEM;
    const { text } = await explained('de', PROBLEM);
    expect(text).to.equal(`${PATH}: ${isolated('-5')}; erwartet: Sekunden ab 0.`);
    expect((await explained('de', posted)).text).to.equal(text);
    expect((await explained('de', sent)).text).to.equal(text);
  });

  it('R31: isolates what is from the data, runs in its own direction, and writes numbers as the language does', async () => {
    const { text, dir } = await explained('ar-EG', unexpected('stations', [1, 2, 3], say('text')));
    expect(text).to.equal(`${isolated('stations')}: قائمة (٣)؛ المتوقع: نص.`);
    expect(dir).to.equal('rtl');
  });

  it('R31: of a host is shown as it says it', async () => {
    const own = { message: 'Der Server schläft.' };
    expect(await explained('de', own)).to.deep.equal({ text: own.message, dir: 'auto', lang: undefined });
    expect(localizeFor('sv').explain(own).lang).to.equal('sv');
  });

  const NOT_KNOWN: readonly [string, unknown][] = [
    ['is of a text that is not known', { key: 'whatNewerServersSay', given: ['x'] }],
    ['holds one that is not known', { key: 'unexpected', given: ['x', '1', { key: 'newPhrase' }] }],
    ['is made with less than its text', { key: 'unexpected', given: ['x'] }],
    ['is made with what is no part of a text', { key: 'unexpected', given: ['x', '1', null] }],
    ['holds no list', { key: 'unexpected', given: 'xyz' }],
    ['is nothing', null],
    ['is a text', 'unexpected'],
  ];
  for (const [what, reason] of NOT_KNOWN) {
    it(`R31: that ${what} leaves the message as it is`, async () => {
      const problem = { message: 'x is 1; expected y.', reason: reason as Reason };
      expect((await explained('de', problem)).text).to.equal(problem.message);
    });
  }

  it('R31: is said in the words of the host, where it replaces them or brings a language', async () => {
    registerMessages({ $code: 'es', secondsFromZero: 'segundos' });
    expect((await explained('es', PROBLEM)).text).to.equal(
      `${PATH}: ${isolated('-5')}; se esperaba: segundos.`,
    );
    registerMessages({
      $code: 'fi',
      unexpected: (path, value, expected) => `${path} on ${value}; odotettu: ${expected}.`,
      secondsFromZero: 'sekunteja, vähintään 0',
    });
    expect(await localizeFor('fi').explained(PROBLEM)).to.equal(
      `${PATH} on ${isolated('-5')}; odotettu: sekunteja, vähintään 0.`,
    );
  });
});
