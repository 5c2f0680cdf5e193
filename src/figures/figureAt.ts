import { parseAddress, type Query, type Screen } from '../domain/address/address';
import type { ViewChoices } from '../domain/address/fields';
import { parseView, type ViewProblem, type Views } from '../domain/address/views';
import { coverageMatrix } from '../domain/missing/coverageMatrix';
import type { Dataset } from '../domain/model/dataset';
import { auditFigure } from './auditFigure';
import { changesFigure } from './changesFigure';
import { coverageFigure } from './coverageFigure';
import type { Figure } from './figure';
import { facetsFigure } from './facetsFigure';
import { funnelFigure } from './funnelFigure';
import { gapFigure } from './gapFigure';
import { heatFigure } from './heatFigure';
import { improvementFigure } from './improvementFigure';
import { matrixFigure } from './matrixFigure';
import { monthsFigure } from './monthsFigure';
import { overviewFigure } from './overviewFigure';
import { periodsFigure } from './periodsFigure';
import { placesFigure } from './placesFigure';
import { profileFigure } from './profileFigure';
import { placeMapFigure } from './placeMapFigure';
import { onePage, progressFigure } from './progressFigure';
import { rankFigure } from './rankFigure';
import { scorecardFigure } from './scorecardFigure';
import { reportingFigure } from './reportingFigure';
import { changeWhyFigure } from './whyFigure';
import { plansFigure, sumsFigure, supervisionFigure } from './taskListFigures';

export interface FigureAt {
  /** Undefined where the address leads to nothing that can be shown on a slide. */
  readonly figure: Figure | undefined;
  /** What of the address could not be read, one sentence each. */
  readonly problems: readonly ViewProblem[];
}

/** The figure that an address shows: the same answer as on its screen. */
export function figureAt(address: string, choices: ViewChoices): FigureAt {
  const parsed = parseAddress(address);
  if (!parsed)
    return { figure: undefined, problems: [{ key: '', value: address, text: `地址“${address}”不是看板的页面。` }] };
  const { figure, problems } = figureOf(parsed.screen, parsed.query, choices);
  return { figure, problems: [...problems, ...(figure?.problems ?? [])] };
}

function figureOf(screen: Screen, query: Query, choices: ViewChoices): FigureAt {
  const { dataset } = choices;
  switch (screen) {
    case 'overview': {
      const { view, problems } = parseView('overview', query, choices);
      return { figure: view.tab === 'card' ? scorecardFigure(dataset, view) : overviewFigure(dataset, view), problems };
    }
    case 'places': {
      const { view, problems } = parseView('places', query, choices);
      if (view.tab === 'funnel') return { figure: funnelFigure(dataset, view), problems };
      if (view.tab === 'table') return { figure: rankFigure(dataset, view), problems };
      if (view.tab === 'map') return { figure: placeMapFigure(dataset, view), problems };
      if (view.tab === 'heat') return { figure: heatFigure(dataset, view), problems };
      const figure = view.tab === 'improve' ? improvementFigure(dataset, view) : placesFigure(dataset, view);
      return { figure, problems };
    }
    case 'periods': {
      const { view, problems } = parseView('periods', query, choices);
      if (view.tab === 'why') return { figure: changeWhyFigure(dataset, view), problems };
      if (view.tab === 'facets') return { figure: facetsFigure(dataset, view), problems };
      return { figure: view.tab === 'changes' ? changesFigure(dataset, view) : periodsFigure(dataset, view), problems };
    }
    case 'progress': {
      const { view, problems } = parseView('progress', query, choices);
      return { figure: tasksFigure(dataset, view), problems };
    }
    case 'profile': {
      const { view, problems } = parseView('profile', query, choices);
      return { figure: profileFigure(dataset, view), problems };
    }
    case 'data': {
      const { view, problems } = parseView('data', query, choices);
      if (view.tab === 'missing') return { figure: coverageFigure(dataset, coverageMatrix(dataset, view)), problems };
      if (view.tab === 'reported') return { figure: reportingFigure(dataset, view), problems };
      return view.tab === 'audit' ? { figure: auditFigure(dataset, view), problems } : noFigure(screen);
    }
    default:
      return noFigure(screen);
  }
}

function noFigure(screen: Screen): FigureAt {
  return { figure: undefined, problems: [{ key: '', value: screen, text: '这个页面没有图，放不进演示。' }] };
}

function tasksFigure(dataset: Dataset, view: Views['progress']): Figure | undefined {
  switch (view.tab) {
    case 'matrix':
      return matrixFigure(dataset, view);
    case 'plans':
      return plansFigure(dataset, view);
    case 'supervise':
      return supervisionFigure(dataset, view);
    case 'sums':
      return sumsFigure(dataset, view);
    case 'why':
      return gapFigure(dataset, view);
    case 'months':
      return monthsFigure(dataset, view);
    default: {
      const figure = progressFigure(dataset, view);
      return view.page > 1 ? onePage(figure) : figure;
    }
  }
}
