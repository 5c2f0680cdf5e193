import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBatches, type Applied } from '../../../src/domain/batch/apply';
import type { Batch, RowChange, TableRow } from '../../../src/domain/batch/batch';
import { changesBetween } from '../../../src/domain/batch/between';
import { dependentsOf, prerequisitesOf } from '../../../src/domain/batch/depend';
import { primaryKeyText, type Tables } from '../../../src/domain/batch/keys';
import { movesOf } from '../../../src/domain/batch/moves';
import { batch, change, figure, place, SCHEMA, tablesOf } from './tables';

/** What a person may do; the numbers choose among what there is at that moment. */
type Act =
  | { kind: 'import'; edits: readonly (readonly [what: number, value: number])[] }
  | { kind: 'switch'; which: number }
  | { kind: 'export' };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('import' as const),
        edits: fc.array(fc.tuple(fc.nat(40), fc.nat(3)), { minLength: 1, maxLength: 6 })
      })
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('switch' as const), which: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('export' as const) }) }
  ),
  { maxLength: 14 }
);

const BASE = tablesOf([
  figure('a', '2020-01', '1'),
  figure('b', '2020-01', '2'),
  figure('a', '2020-02', '3'),
  figure('b', '2020-02', '4')
]);
const KEYS = SCHEMA.get('observations')!;

/** A page: its package, what that says it holds, and the batches of the browser. */
class Page {
  base: Tables = BASE;
  contained = new Set<string>();
  batches: Batch[] = [];
  readonly off = new Set<string>();

  on(): Batch[] {
    return this.batches.filter(({ id }) => !this.off.has(id));
  }

  shown(): Applied {
    return applyBatches(this.base, this.on(), SCHEMA, this.contained);
  }

  /** With what rests on it, or what it rests on. */
  toggle(id: string): void {
    const isOn = !this.off.has(id);
    const along = isOn ? dependentsOf(id, this.on(), SCHEMA) : prerequisitesOf(id, this.batches, SCHEMA);
    for (const other of [id, ...along.map((b) => b.id)])
      if (isOn) this.off.add(other);
      else this.off.delete(other);
  }

  /** The package that was exported takes the place of the one beside the page. */
  takePackage(): void {
    const { tables, onTop } = this.shown();
    this.base = tables;
    onTop.forEach((id) => this.contained.add(id));
  }
}

/** Changes of rows that are shown: a new month, another value, another key, a row taken away. */
function editsOf(tables: Tables, edits: readonly (readonly [number, number])[], mark = ''): RowChange[] {
  const rows = [...tables.get('observations')!];
  const changes: RowChange[] = [];
  const taken = (row: TableRow, but: TableRow | null) =>
    rows.some((other) => other !== but && primaryKeyText(KEYS, other) === primaryKeyText(KEYS, row));
  for (const [what, value] of edits) {
    const before = what % 2 === 0 ? null : (rows[what % Math.max(1, rows.length)] ?? null);
    const added = figure(what % 3 ? 'a' : 'b', `2021-0${1 + (what % 6)}`, `${mark}${value}`);
    const edited = before && {
      ...before,
      ...(value === 3 ? { source: `s${mark}${what}` } : { value: `${mark}${value}` })
    };
    const after = before && value === 0 ? null : (edited ?? added);
    if (after && taken(after, before)) continue;
    if (before) rows.splice(rows.indexOf(before), 1);
    if (after) rows.push(after);
    changes.push(change('observations', before, after));
  }
  return changes;
}

function shareRow(a: Batch, b: Batch): boolean {
  const keys = new Set(a.changes.flatMap((one) => movesOf(one, KEYS)).map(({ key }) => key));
  return b.changes.flatMap((one) => movesOf(one, KEYS)).some(({ key }) => keys.has(key));
}

function asSet(tables: Tables): unknown {
  const rows = tables.get('observations')!.map((row) => JSON.stringify(Object.entries(row).sort()));
  return [rows.sort(), tables.get('places')];
}

describe('any sequence of imports, undos, redos and exports', () => {
  it.each([
    { what: 'in the same order', marked: true },
    { what: 'some of them brought twice', marked: false }
  ])('gives the same rows, $what, whichever package lies below', ({ marked }) => {
    let compared = 0;
    fc.assert(
      fc.property(acts, (list) => {
        // One page keeps its first package; beside the other lies the last one exported.
        const old = new Page();
        const renewed = new Page();
        let ordered = marked;
        let isApart = false;
        list.forEach((act, at) => {
          if (act.kind === 'import') {
            const next = batch(`b${at}`, ...editsOf(old.shown().tables, act.edits, marked ? `${at}.` : ''));
            old.batches.push(next);
            renewed.batches.push(next);
          } else if (act.kind === 'export') renewed.takePackage();
          else {
            const free = old.batches.filter(({ id }) => !renewed.contained.has(id));
            if (free.length === 0) return;
            const { id } = free[act.which % free.length]!;
            // What a package holds can't be switched, nor what rests on both sides of it.
            const before = new Set(old.off);
            old.toggle(id);
            const moved = old.batches.filter((b) => before.has(b.id) !== old.off.has(b.id));
            if (moved.some((b) => renewed.contained.has(b.id))) {
              old.off.clear();
              before.forEach((other) => old.off.add(other));
              return;
            }
            // Rows of a batch that is switched after a package was made of later ones follow those; where both are
            // about the same row, the later word is then another.
            const later = old.batches
              .slice(old.batches.findIndex((b) => moved.includes(b)))
              .filter((b) => renewed.contained.has(b.id));
            if (later.length > 0) ordered = false;
            if (moved.some((b) => later.some((other) => shareRow(b, other)))) isApart = true;
            moved.forEach((b) => (old.off.has(b.id) ? renewed.off.add(b.id) : renewed.off.delete(b.id)));
          }
          const there = renewed.shown();
          const here = old.shown();
          if (isApart || here.conflicts.length + there.conflicts.length > 0) return;
          compared++;
          if (ordered) expect(there.tables).toEqual(here.tables);
          expect(asSet(there.tables)).toEqual(asSet(here.tables));
          // A package taken in by a browser without batches gives the same, and so does the difference from the first.
          const taken = applyBatches(BASE, [batch('p', ...changesBetween(BASE, there.tables, SCHEMA))], SCHEMA);
          expect(taken.conflicts).toEqual([]);
          expect(asSet(taken.tables)).toEqual(asSet(there.tables));
        });
      }),
      { numRuns: 300 }
    );
    // Conflicts are rare, or nothing would have been looked at.
    expect(compared).toBeGreaterThan(800);
  });

  it('a package that does not say what it holds is recognised by its rows', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const page = new Page();
        list.forEach((act, at) => {
          if (act.kind === 'import') page.batches.push(batch(`b${at}`, ...editsOf(page.shown().tables, act.edits)));
          else if (act.kind === 'switch' && page.batches.length > 0)
            page.toggle(page.batches[act.which % page.batches.length]!.id);
        });
        const { tables, conflicts } = page.shown();
        if (conflicts.length > 0) return;
        const again = applyBatches(tables, page.on(), SCHEMA);
        expect(asSet(again.tables)).toEqual(asSet(tables));
        expect(again.conflicts).toEqual([]);
      }),
      { numRuns: 300 }
    );
  });

  it('switching off and on again, with what rests on it, changes nothing', () => {
    fc.assert(
      fc.property(acts, fc.nat(20), (list, which) => {
        const page = new Page();
        list.forEach((act, at) => {
          if (act.kind === 'import') page.batches.push(batch(`b${at}`, ...editsOf(page.shown().tables, act.edits)));
        });
        if (page.batches.length === 0) return;
        const before = page.shown();
        expect(before.conflicts).toEqual([]);
        const { id } = page.batches[which % page.batches.length]!;
        page.toggle(id);
        expect(page.shown().conflicts).toEqual([]);
        page.toggle(id);
        for (const other of [...page.off]) page.toggle(other);
        expect(page.shown()).toEqual(before);
      }),
      { numRuns: 300 }
    );
  });
});

describe('a large table', () => {
  it('takes as many changes in time that grows with them', () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => figure(`p${i}`, '2020-01', '1'));
    const tables = tablesOf(rows, [place('a')]);
    const changes = rows.map((row) => change('observations', row, { ...row, value: '2' }));
    const applied = applyBatches(tables, [batch('1', ...changes)], SCHEMA);
    expect(applied.tables.get('observations')).toHaveLength(40_000);
    expect(applied.tables.get('observations')![39_999]!.value).toBe('2');
    expect(applied.conflicts).toEqual([]);
  });
});
