import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { cssTokens } from './charts/theme';
import { createAppRouter } from './router';
import { useBatchesStore } from './stores/batches';
import './styles/all.css';
import { openBatchStore } from './browser/batchStore';
import { fetchBytesFor, fetchIndexFor } from './browser/transport';
import { parseAddress } from './domain/address/address';
import { useDatasetStore } from './stores/dataset';

const root = document.documentElement;
for (const [name, value] of Object.entries(cssTokens())) root.style.setProperty(`--${name}`, value);

const app = createApp(App);
app.use(createPinia());
const data = useDatasetStore();
const router = createAppRouter();
void data
  .choose(fetchIndexFor(location), parseAddress(location.hash)?.query.dataset ?? '')
  .then(() => useBatchesStore().start(openBatchStore, () => fetchBytesFor(location, data.current.folder)));
app.use(router);
const host = document.getElementById('app')!;
host.setAttribute('data-running', '1');
app.mount(host);
