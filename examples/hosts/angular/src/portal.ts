import 'ev-widgets/define';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterLink, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { localProvider } from 'ev-widgets';

import { DetailsPage } from './details-page';
import { ListPage } from './list-page';
import { network } from './network';
import { OverviewPage } from './overview-page';

@Component({
  selector: 'app-portal',
  imports: [RouterLink, RouterOutlet],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <nav><a routerLink="/">Overview</a></nav>
    <ev-data-provider [provider]="provider"><router-outlet /></ev-data-provider>
  `,
})
class Portal {
  protected readonly provider = localProvider({ load: async () => network });
}

const routes = [
  { path: '', pathMatch: 'full' as const, component: OverviewPage },
  { path: 'list', component: ListPage },
  { path: ':kind/:id', component: DetailsPage },
];
void bootstrapApplication(Portal, { providers: [provideRouter(routes, withComponentInputBinding())] });
