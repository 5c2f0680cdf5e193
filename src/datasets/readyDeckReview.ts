/** What of the decks that come with a dataset can't be shown with it; for `data:check`, so that the page doesn't load it. */
import { calloutFault } from '../domain/deck/callout';
import { readLook } from '../domain/deck/deckLook';
import { slideFaults } from '../domain/deck/deckFile';
import { readParts } from '../domain/deck/slideParts';
import type { Dataset } from '../domain/model/dataset';
import { type Issue, shortValue } from '../domain/model/issue';
import { IssueList } from './read/issueList';
import { type ReadyDecksReading, RULE, rowOf } from './readyDecks';
import { withoutFullStop } from '../domain/wording/withoutFullStop';

/**
 * What of the slides this dataset doesn't have: those slides are left out, and each is named. For `data:check`: whoever
 * replaces the tables alone isn't to be told of every slide on the page.
 */
export function readyDeckIssues({ decks, text }: ReadyDecksReading, dataset: Dataset, file: string): readonly Issue[] {
  const issues = new IssueList(file);
  // The defaults are only for what an address leaves open, which is no fault.
  const choices = { dataset, defaultIndicator: { places: '', periods: '' } };
  for (const { id, name, slides, look } of decks) {
    if (look !== undefined && !readLook(look))
      issues.add({
        level: '提醒',
        ...rowOf(text, id),
        column: 'look',
        rule: RULE,
        why: `“${name}”的模板（look）里没有读得懂的内容，没有用到`,
        todo: '可以写 organisation（单位名称）、footer（页脚）、colour（accent、green、red、grey）、logo。'
      });
    slides.forEach(({ address, parts = {} }, at) => {
      const remark = (why: string): void =>
        issues.add({
          level: '提醒',
          ...(address === '' ? {} : rowOf(text, address)),
          rule: RULE,
          why: `“${name}”第${at + 1}张：${withoutFullStop(why)}`,
          todo: '请照 data/README.md 的写法改。'
        });
      const { callouts = [] } = readParts(parts, remark);
      for (const callout of callouts) {
        const lacking = calloutFault(callout, dataset);
        if (lacking) remark(lacking);
      }
      if (parts.kind) return;
      const [fault] = slideFaults(address, choices);
      if (fault === undefined) return;
      issues.add({
        level: '提醒',
        ...rowOf(text, address),
        column: 'address',
        rule: RULE,
        value: shortValue(address),
        why: `“${name}”第${at + 1}张的${fault.replace(/，(已改|已忽略).*$|。$/, '')}，这一张没有采用`,
        todo: '请在看板里打开这张图，从地址栏抄下“#”后面的地址。'
      });
    });
  }
  return issues.all();
}
