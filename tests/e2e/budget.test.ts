import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const DIST = resolve(process.env.KANBAN_DIST ?? 'dist');

/** Bytes as a server sends a file that it packs (gzip at its usual level), without headers. */
function packed(file: string): number {
  return gzipSync(readFileSync(join(DIST, file)), { level: 6 }).length;
}

/**
 * What the page may weigh before its first chart, in bytes, and why so much. Whoever needs more says here what for; what
 * has become smaller lowers its number.
 */
const BUDGET: readonly (readonly [file: string, most: number, why: string])[] = [
  ['index.html', 1_500, 'the skeleton, the names of the tables, the icon'],
  ['oldbrowser.js', 1_500, 'tells IE and old engines what to do'],
  ['oldbrowser.css', 500, 'of that notice'],
  ['start.js', 1_200, 'asks for the data, and for what the browser has kept, while the scripts come'],
  ['loader.js', 3_200, 'links the scripts, and notices those of another build'],
  [
    'assets/engine.js',
    149_400,
    'ECharts with bars, rows, a reference line and SVG, without what `tools/leanEngine` leaves out'
  ],
  [
    'assets/app.js',
    138_140,
    'Vue, router and Pinia 33,000, PapaParse 7,000; the rest reads, checks, lays batches over, compares: small bases, intervals and the references to choose among 1,500; the names of the scripts of a task’s months 50; what people wrote on figures 1,450; spots of a grid of tiles (columns, a bad one that costs no row, the tab) 480; which periods one steps through, so that the bar has its room before it comes, 75; a large dataset handed on to a worker 220, while it comes 120; the first chart drawn by itself 100; a table read and checked part by part, each row from the one above it, 950; 名次表 (its tab, its order and search in the address) 100; 小图 (the same) 50; strokes across bars and figures beside lines of an office chart 125; rows whose texts are made when read, and the row that orders the heat table, 250; answers that are worked out in parts 100; all of many places as one row above their bars 830; a pack asked for instead of a table, and the table where it is of no use, 950; what is worked out when it is made, asked for as its blocks are, 280, and scripts cut otherwise by it 350; rows that go away while a later page of them is shown 50; names of rows that go on in a second line, words of a reference line that stay inside the picture, and the minus of negative numbers 380; facts made of what a comparison chose and of no other period 300; loading, router and the row of all places in parts with names 160; an address of another screen left unread, and what a place has instead of a number looked up where it is read, 80; the figure of many places worked out in parts, and selects of thousands of places filled as they are opened, 790; an address that changes while the page opens, and work in parts before it is left, 150; the script of a screen read as somebody points at its name, 70; the line by which it is compiled beside the page, and control bytes counted by the engine, 60'
  ],
  ['assets/style.css', 11_560, 'one sheet for all screens but 演示 and the heat table, 读报告 800 and 记分表 500 of it']
];

/** All of it together: less than the sum, so that not everything grows to its limit at once. */
const MOST_IN_ALL = 304_810;

describe('the start of the page', () => {
  it('weighs no more than it may, script by script', () => {
    const over = BUDGET.filter(([file, most]) => packed(file) > most).map(([file, most]) => `${file} > ${most}`);
    expect(over).toEqual([]);
    expect(BUDGET.reduce((sum, [file]) => sum + packed(file), 0)).toBeLessThanOrEqual(MOST_IN_ALL);
  });

  it('asks for nothing that the budget does not name, but the data', () => {
    const page = readFileSync(join(DIST, 'index.html'), 'utf8');
    const asked = [...page.matchAll(/(?:src|href)="\.\/([^"?]+)/g)].map(([, file]) => file);
    const named = BUDGET.map(([file]) => file).filter((file) => file !== 'index.html');
    expect([...asked].sort()).toEqual([...named].sort());
  });

  it('asks for every table of the data, and for nothing that is not there', () => {
    const page = readFileSync(join(DIST, 'index.html'), 'utf8');
    const named = /data-files="([^"]*)"/.exec(page)![1]!.split(' ');
    const there = readdirSync(join(DIST, 'data'));
    expect(there).toEqual(expect.arrayContaining(named));
    expect(named).toEqual(expect.arrayContaining(there.filter((file) => file.endsWith('.csv'))));
  });
});
