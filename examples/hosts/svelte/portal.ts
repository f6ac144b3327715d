import 'ev-widgets/define';
import type {} from 'ev-widgets/svelte';
import { mount } from 'svelte';

import Portal from './Portal.svelte';

mount(Portal, { target: document.querySelector('#portal')! });
