import { Component, input } from '@angular/core';

@Component({ selector: 'app-details-page', template: `<h1>{{ id() }}</h1>` })
export class DetailsPage {
  /** Of the URL. */
  readonly id = input.required<string>();
}
