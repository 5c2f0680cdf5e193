import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { paceTexts } from '../../../src/domain/progress/paceTexts';
import { dataset, place, programme, unit, type Task } from '../factory';

const figuresOf = (task: Partial<Task>) => {
  const whole: Task = { of: '肠镜', at: '象山县', in: '2020', asOf: '2020-10-26', ...task };
  const data = dataset({
    programmes: [programme('肠镜')],
    places: [place('象山县'), unit('中医集团', '象山县')],
    tasks: [whole]
  });
  return paceTexts(progressBoard(data).rows[0]!);
};

describe('paceTexts(completion)', () => {
  it('says what is missing, by day, and until when', () => {
    // (4,000 − 2,707) ÷ 66 days
    expect(figuresOf({ done: 2707, rate: 67.68 })).toMatchObject({
      gap: '差1,293',
      perDay: '日均19.6例',
      perMonth: '',
      instead: '',
      due: '2020年12月31日到期',
      forecastText: '推算82.6%'
    });
  });

  it('says it by month too for what is reported at a month’s end', () => {
    // (1,030 − 752) ÷ 2 months
    expect(figuresOf({ asOf: '2020-10-31', done: 752, rate: 73 })).toMatchObject({
      gap: '差278',
      perMonth: '月均139.0例'
    });
  });

  it('tells what is over the target, and that nothing is left to do', () => {
    expect(figuresOf({ target: 2200, done: 2212 })).toMatchObject({ gap: '超12', perDay: '', instead: '已完成' });
  });

  it('tells what was still missing when time was up', () => {
    expect(figuresOf({ in: '2020-10', asOf: '2020-10-31', target: 600, done: 523 })).toMatchObject({
      gap: '差77',
      perDay: '',
      instead: '已到期，还差77例',
      forecast: null
    });
  });

  it('is silent without a target', () => {
    expect(figuresOf({ done: 1134 })).toMatchObject({
      gap: '',
      perDay: '',
      perMonth: '',
      instead: '',
      forecastText: ''
    });
  });

  it('doesn’t count with figures in doubt', () => {
    expect(figuresOf({ done: 1096, rate: 100.02, status: '存疑' })).toMatchObject({
      gap: '',
      perDay: '',
      forecastText: ''
    });
  });

  it('tells office and remark of a note apart', () => {
    expect(figuresOf({ done: 2707, rate: 67.68, note: '负责：公共卫生科；四条途径合计525单位。' })).toMatchObject({
      office: '公共卫生科',
      remark: '四条途径合计525单位'
    });
    expect(figuresOf({ at: '中医集团', done: 752, rate: 73 }).office).toBe('');
  });
});
