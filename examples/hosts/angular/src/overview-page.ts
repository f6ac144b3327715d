import { Component, CUSTOM_ELEMENTS_SCHEMA, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { DrillDownEvent, NavigateEvent } from 'ev-widgets';

@Component({
  selector: 'app-overview-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <ev-overview
      center="-35,-8"
      zoom="4"
      location-href="/locations/{id}"
      station-href="/stations/{id}"
      (ev-drill-down)="list($event)"
      (ev-navigate)="follow($event)"
    />
  `,
})
export class OverviewPage {
  private readonly router = inject(Router);

  /** This portal has a page of its own for the stations behind a figure. */
  protected list(event: DrillDownEvent): void {
    event.preventDefault();
    void this.router.navigate(['/list'], { queryParams: { filter: JSON.stringify(event.detail.filter) } });
  }

  protected follow(event: NavigateEvent): void {
    event.preventDefault();
    void this.router.navigateByUrl(event.detail.href);
  }
}
