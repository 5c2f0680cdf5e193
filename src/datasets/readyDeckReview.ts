/** What of the decks that come with a dataset can't be shown with it; for `data:check`, so that the page doesn't load it. */
import { slideFaults } from '../domain/deck/deckFile';
import type { Dataset } from '../domain/model/dataset';
import { type Issue, shortValue } from '../domain/model/issue';
import { IssueList } from './read/issueList';
import { type ReadyDecksReading, RULE, rowOf } from './readyDecks';

/**
 * What of the slides this dataset doesn't have: those slides are left out, and each is named. For `data:check`: whoever
 * replaces the tables alone isn't to be told of every slide on the page.
 */
export function readyDeckIssues({ decks, text }: ReadyDecksReading, dataset: Dataset, file: string): readonly Issue[] {
  const issues = new IssueList(file);
  // The defaults are only for what an address leaves open, which is no fault.
  const choices = { dataset, defaultIndicator: { places: '', periods: '' } };
  for (const { name, slides } of decks) {
    slides.forEach(({ address }, at) => {
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
