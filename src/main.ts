import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { createAppRouter } from './router';
import { useBatchesStore } from './stores/batches';
import 'virtual:tokens.css';
import './styles/all.css';
import { openBatchStoreOnDemand } from './browser/batchStoreOnDemand';
import { fetchBytesFor, fetchIndexFor } from './browser/transport';
import { parseAddress } from './domain/address/address';
import { useDatasetStore } from './stores/dataset';

/** ms after which the progress of a slow reading is shown. */
const WAIT_FOR_DATA = 300;

const app = createApp(App);
app.use(createPinia());
const data = useDatasetStore();
const router = createAppRouter();
const loading = data
  .choose(fetchIndexFor(location), parseAddress(location.hash)?.query.dataset ?? '', (effects) =>
    import('./browser/datasetLoader').then(
      ({ loadInWorker }) => loadInWorker(effects),
      () => undefined
    )
  )
  .then(() => useBatchesStore().start(openBatchStoreOnDemand, () => fetchBytesFor(location, data.current.folder)));
app.use(router);
const host = document.getElementById('app')!;
host.setAttribute('data-running', '1');
// Until then the skeleton of index.html stands: a bar that is gone at once only flickers.
void Promise.race([loading, new Promise((resolve) => setTimeout(resolve, WAIT_FOR_DATA))]).then(() => app.mount(host));
