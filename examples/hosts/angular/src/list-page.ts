import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { NavigateEvent, StationFilter } from 'ev-widgets';

@Component({
  selector: 'app-list-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <ev-station-list [filter]="stations()" station-href="/stations/{id}" (ev-navigate)="follow($event)" />
  `,
})
export class ListPage {
  /** Of the URL's query. */
  readonly filter = input('{}');
  protected readonly stations = computed(() => JSON.parse(this.filter()) as StationFilter);
  private readonly router = inject(Router);

  protected follow(event: NavigateEvent): void {
    event.preventDefault();
    void this.router.navigateByUrl(event.detail.href);
  }
}
