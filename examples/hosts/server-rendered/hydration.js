// In a script of its own, before the other: it has to be there before LitElement is.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
