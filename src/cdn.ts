// The one script of a page without a bundler: registers every element, and exports all that the package does.
import './define/index.js';

export * from './index.js';
