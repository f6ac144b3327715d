/** Mocha's globals as the test runner provides them, as far as the tests use them. */
type TestBody = (this: { timeout(milliseconds: number): void; skip(): never }) => unknown;

declare function describe(title: string, suite: () => void): void;
declare function it(title: string, test: TestBody): void;
declare function before(hook: TestBody): void;
declare function after(hook: TestBody): void;
declare function beforeEach(hook: TestBody): void;
declare function afterEach(hook: TestBody): void;
