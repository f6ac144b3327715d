import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

/** Tests that need no DOM run in Node's own runner, by the same words as those in Chromium. */
Object.assign(globalThis, { after, afterEach, before, beforeEach, describe, it });
