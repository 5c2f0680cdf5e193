// The least that draws the first chart of the page from the same file with the same libraries:
// what the page itself costs is measured against this.
import { init, use } from 'echarts/core';
import Papa from 'papaparse';
import { modules } from 'virtual:chart-modules';

interface Row {
  indicator: string;
  place: string;
  measure: string;
  value: string;
}

use(modules);

void fetch('./data/observations.csv')
  .then((response) => response.text())
  .then((text) => {
    const byIndicator = new Map<string, Map<string, number>>();
    for (const row of Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data) {
      if (row.measure !== '数值' || row.value === '') continue;
      const values = byIndicator.get(row.indicator) ?? new Map<string, number>();
      byIndicator.set(row.indicator, values.set(row.place, Number(row.value)));
    }
    const wanted = new URLSearchParams(location.search).get('indicator') ?? '';
    const first = byIndicator.has(wanted) ? wanted : [...byIndicator.keys()][0]!;
    const host = document.querySelector<HTMLElement>('.chart')!;
    const width = host.clientWidth;
    const chart = init(host, null, { renderer: 'svg', width, height: 400 });

    const draw = (indicator: string): void => {
      const bars = [...byIndicator.get(indicator)!].sort((a, b) => b[1] - a[1]);
      chart.resize({ width, height: 60 + bars.length * 58 });
      chart.setOption(
        {
          animation: false,
          title: { text: indicator },
          grid: { left: 220, right: 120, top: 20, bottom: 34 },
          tooltip: { renderMode: 'richText', trigger: 'item' },
          xAxis: { type: 'value' },
          yAxis: { type: 'category', inverse: true, data: bars.map(([place]) => place), axisLabel: { fontSize: 16 } },
          series: [
            {
              id: 'places',
              type: 'bar',
              barWidth: 31,
              data: bars.map(([, value]) => value),
              label: { show: true, position: 'right', fontSize: 16 }
            }
          ]
        },
        { notMerge: true }
      );
    };

    const list = document.querySelector('nav')!;
    for (const indicator of byIndicator.keys()) {
      const button = document.createElement('button');
      button.dataset.indicator = indicator;
      button.textContent = indicator;
      button.addEventListener('click', () => draw(indicator));
      list.append(button);
    }
    draw(first);
  });
