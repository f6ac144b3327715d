import { css } from 'lit';
import { rem } from './shared/rem.js';

/** The figures of the headline: in a row where there is room, and as large as the box that the host gives them. */
export const summaryStyles = css`
  :host {
    container-type: inline-size;
  }
  .figures {
    display: grid;
    font-size: clamp(${rem(0.8125)}, ${rem(0.6)} + 0.28cqi, ${rem(1.5)});
    gap: var(--_gap);
    grid-auto-columns: minmax(0, 1fr);
  }
  @container (min-width: ${rem(36)}) {
    .figures {
      grid-auto-flow: column;
    }
  }
  .figure {
    align-content: start;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    font-size: inherit;
    gap: 0.375em 1.25em;
    min-width: 0;
    padding: 0.75em 1em;
    text-align: start;
  }
  button.figure:enabled:hover {
    background: color-mix(in srgb, var(--_muted) 8%, var(--_surface));
  }
  .figure:disabled {
    color: inherit;
    cursor: default;
  }
  .what {
    align-items: center;
    display: flex;
    flex: 0 0 100%;
    font-weight: 600;
    gap: 0.5em;
    min-width: 0;
  }
  .swatch {
    display: block;
    flex: none;
    height: 1.15em;
    width: 1.15em;
  }
  .now {
    align-items: start;
    display: flex;
    flex: 0 1 auto;
    flex-direction: column;
    min-width: 0;
  }
  .number {
    font-size: clamp(min(${rem(1.75)}, 10cqi), ${rem(1.15)} + 1.7cqi, ${rem(6)});
    font-weight: 650;
    letter-spacing: -0.02em;
    line-height: 1.15;
  }
  .total,
  .period {
    color: var(--_muted);
  }
  /* What is well recedes. */
  .well .what,
  .well .number {
    color: var(--_muted);
    font-weight: 400;
  }
  /* As high as the number beside it, whatever the shape of the drawing. */
  .curve {
    align-self: stretch;
    color: var(--_muted);
    contain: size;
    flex: 1 1 6em;
    height: auto;
    min-height: 2em;
    min-width: 0;
    width: 0;
  }
  /* As wide as its words will be, so that nothing moves when they come. */
  .changes {
    column-gap: 1.25em;
    display: flex;
    flex: 0 0 100%;
    flex-wrap: wrap;
    min-width: 0;
  }
  .period {
    flex: 1 1 auto;
    min-height: 1.4em;
    min-width: min(14em, 100%);
  }
  .period.worse {
    color: var(--_warning);
  }
  .sized {
    visibility: hidden;
  }
  .awaited .number {
    clip-path: inset(12% 0 round 0.1em);
  }
  .awaited .what {
    color: var(--_muted);
    font-weight: 400;
  }
  .awaited .swatch {
    filter: grayscale(1);
    opacity: 0.35;
  }
  .state {
    align-items: center;
    color: var(--_muted);
    display: flex;
    flex-wrap: wrap;
    font-size: clamp(${rem(0.75)}, ${rem(0.6)} + 0.28cqi, ${rem(1.5)});
    gap: 2px 10px;
    justify-content: end;
    min-height: ${rem(1.5)};
    padding-inline: 6px;
  }
`;
