import 'ev-widgets/define';
import type {} from 'ev-widgets/vue';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';

import DetailsPage from './DetailsPage.vue';
import ListPage from './ListPage.vue';
import OverviewPage from './OverviewPage.vue';
import Portal from './Portal.vue';

const routes = [
  { path: '/', component: OverviewPage },
  { path: '/list', component: ListPage },
  { path: '/:kind/:id', component: DetailsPage },
];
createApp(Portal)
  .use(createRouter({ history: createWebHistory(), routes }))
  .mount('#portal');
