import { provide, ref, shallowRef, watch } from 'vue';
import { useRoute } from 'vue-router';
import { ANNOTATE_BUTTON, type AnnotateButton } from '../components/figure/annotateButton';

/** Gives every figure below its 加说明: what is written becomes a batch. */
export function provideAnnotateButton(): void {
  const route = useRoute();
  const kept = shallowRef<AnnotateButton['kept']['value']>();
  const author = ref('');
  watch(
    () => route.fullPath,
    () => {
      kept.value = undefined;
    }
  );
  provide(ANNOTATE_BUTTON, {
    kept,
    author,
    async add(draft, figure) {
      const { keepAnnotation } = await import('../stores/annotations');
      kept.value = { figure, text: '已加上。要撤掉，到“数据—变动”里关掉。' };
      const fault = await keepAnnotation(draft);
      if (fault !== '') kept.value = undefined;
      return fault;
    }
  });
}
