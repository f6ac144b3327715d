import { wcagContrast } from 'culori';
import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { DataProvider } from '../../src/provider/data-provider.js';
import { cssOf, CSS_PROPERTIES, valueOf } from './css-properties.js';
import type { CssProperty, Value } from './css-properties.js';
import { FONTS } from './fonts.js';
import { playgroundStyles } from './playground-styles.js';

const SCHEMES = ['light', 'dark'] as const;

/** WCAG 2.2: text, and what is no text. */
const LEAST_CONTRAST = { color: 4.5, status: 3 };

/**
 * Every CSS property by a colour picker, a slider or a choice, beside the elements that take it, and the CSS of what was changed.
 * It is of these pages, and no part of the package.
 */
export class ThemingPlayground extends LitElement {
  static override styles = playgroundStyles;

  @property({ attribute: false }) provider?: DataProvider;

  /** What was changed, by the names of the CSS properties. */
  @state() private values: ReadonlyMap<string, Value> = new Map();
  @state() private isCopied = false;

  /** What a host writes to have what is seen here. */
  get css(): string {
    return cssOf(this.values);
  }

  private change(name: string, value: Value | undefined): void {
    const values = new Map(this.values);
    if (value === undefined) values.delete(name);
    else values.set(name, value);
    this.values = values;
    this.isCopied = false;
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.css);
    this.isCopied = true;
  }

  protected override updated(): void {
    const { style } = this.renderRoot.querySelector<HTMLElement>('.elements')!;
    for (const each of CSS_PROPERTIES.flatMap(({ properties }) => properties)) {
      const value = this.values.get(each.name);
      style.setProperty(each.name, value === undefined ? null : valueOf(each.name, value));
    }
  }

  override render(): TemplateResult {
    return html`
      <div class="controls">
        ${CSS_PROPERTIES.map(
          ({ heading, properties }) =>
            html`<fieldset>
              <legend>${heading}</legend>
              ${properties.map(each => this.row(each))}
            </fieldset>`,
        )}
      </div>
      <div class="shown">
        <section class="css" aria-label="CSS">
          <pre tabindex="0">${this.css || 'Nothing is changed yet.'}</pre>
          <p>
            <button type="button" class="copy" ?disabled=${this.css === ''} @click=${() => this.copy()}>
              Copy CSS
            </button>
            <button type="button" ?disabled=${this.css === ''} @click=${() => (this.values = new Map())}>
              Reset all
            </button>
            <span role="status">${this.isCopied ? 'Copied' : ''}</span>
          </p>
        </section>
        <ev-data-provider class="elements" .provider=${this.provider}>
          <ev-summary></ev-summary>
          <ev-connection-map></ev-connection-map>
          <ev-connection-pie></ev-connection-pie>
          <ev-evse-pie></ev-evse-pie>
          <ev-last-ocpp-pie></ev-last-ocpp-pie>
          <ev-station-pie></ev-station-pie>
          <ev-station-list></ev-station-list>
        </ev-data-provider>
      </div>
    `;
  }

  private row(each: CssProperty): TemplateResult {
    const isChanged = this.values.has(each.name);
    return html`<div class="row">
      <span class="name">${each.label} <code>${each.name}</code></span>
      <span class="inputs">${this.inputs(each)}</span>
      <button
        type="button"
        class="reset"
        aria-label="Reset ${each.name}"
        ?hidden=${!isChanged}
        @click=${() => this.change(each.name, undefined)}
      >
        ↺
      </button>
      ${this.contrast(each)}
    </div>`;
  }

  private inputs(each: CssProperty): TemplateResult | TemplateResult[] {
    const { name } = each;
    switch (each.kind) {
      case 'switch': {
        const isOn = (this.values.get(name) ?? each.initial) === 1;
        return html`<input
          type="checkbox"
          aria-label=${name}
          .checked=${isOn}
          @change=${() => this.change(name, isOn ? 0 : 1)}
        />`;
      }
      case 'color':
      case 'status': {
        const now = (this.values.get(name) as typeof each.initial | undefined) ?? each.initial;
        return SCHEMES.map(scheme =>
          this.colorInput(`${name}, ${scheme}`, now[scheme], value =>
            this.change(name, { ...now, [scheme]: value }),
          ),
        );
      }
      case 'length': {
        const now = (this.values.get(name) as number | undefined) ?? each.initial;
        return html`<input
            type="range"
            aria-label=${name}
            min="0"
            max=${each.max}
            .value=${String(now)}
            @input=${({ target }: InputEvent) =>
              this.change(name, (target as HTMLInputElement).valueAsNumber)}
          /><output>${now} px</output>`;
      }
      case 'font':
        return html`<select
          aria-label=${name}
          @change=${({ target }: Event) => this.change(name, (target as HTMLSelectElement).value)}
        >
          ${FONTS.map(
            ([label, value]) =>
              html`<option value=${value} ?selected=${value === (this.values.get(name) ?? each.initial)}>
                ${label}
              </option>`,
          )}
        </select>`;
    }
  }

  private colorInput(label: string, value: Value, change: (value: string) => void): TemplateResult {
    return html`<input
      type="color"
      aria-label=${label}
      title=${label}
      .value=${value as string}
      @input=${({ target }: InputEvent) => change((target as HTMLInputElement).value)}
    />`;
  }

  /** Says where a colour is hard to tell from the surface. */
  private contrast(each: CssProperty): TemplateResult | typeof nothing {
    if (each.name === '--ev-color-surface' || !(each.kind === 'color' || each.kind === 'status'))
      return nothing;
    const least = LEAST_CONTRAST[each.kind];
    const [surface] = CSS_PROPERTIES[0]!.properties;
    const colorOf = (property: CssProperty, scheme: 'light' | 'dark') => {
      const value = this.values.get(property.name) ?? property.initial;
      return typeof value === 'object' ? value[scheme] : (value as string);
    };
    const low = SCHEMES.map(scheme => ({
      scheme,
      ratio: wcagContrast(colorOf(each, scheme), colorOf(surface!, scheme)),
    })).filter(({ ratio }) => ratio < least);
    if (low.length === 0) return nothing;
    const told = low.map(({ scheme, ratio }) => `${ratio.toFixed(1)} : 1 in ${scheme}`).join(', ');
    return html`<small>Contrast with the surface ${told}; ${least} : 1 is needed.</small>`;
  }
}
