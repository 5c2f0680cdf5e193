/**
 * The completion of one task and what its makers (`computeCompletion`, `schedule`, `lastYear`, `light`) hand each
 * other. Types only: the makers import this file, it imports none of them.
 */
import type { Light } from '../lights/rule';
import type { Indicator, Observation, Place, Programme, ProgressRow } from '../model/records';
import type { Note } from '../wording/note';
import type { Goal } from '../model/goal';

/** What stands where; only 位次 asks for it. */
export interface PeerRank {
  /** Null where this place can't be ranked; then `reason` says why. */
  readonly rank: number | null;
  /** How many places are ranked. */
  readonly of: number;
  /** How many are further behind than this one. */
  readonly behind: number;
  /** Names of places that should stand in the list but gave no figure. */
  readonly missing: readonly string[];
  readonly reason: string;
}

export interface LightContext {
  readonly standing?: PeerRank;
}

/** What a light is judged by: a completion before it has one. */
export type Judged = Omit<Completion, 'light' | 'notes'>;

export interface Completion {
  readonly row: ProgressRow;
  /** Other rows that say the same; empty mostly. */
  readonly witnesses: readonly ProgressRow[];
  readonly programme: Programme;
  readonly place: Place;
  /** The organisation, where the row is one's own. */
  readonly organisation: Place | null;
  /** The place itself, or the one its organisation belongs to; null where that isn't known. */
  readonly county: Place | null;
  /** Which way the target points. */
  readonly goal: Goal;
  /** Percent, as the report gives it. */
  readonly reported: number | null;
  /** Percent, done ÷ target × 100, rounded to 2 decimals. */
  readonly computed: number | null;
  /** Reported, else computed; of a limit computed, else reported: how much of it is used. */
  readonly rate: number | null;
  /** Rate with its sign, `67.68%`; empty where there is none. */
  readonly rateText: string;
  /** Reported and computed differ beyond the rounding of the reported decimals. */
  readonly differs: boolean;
  readonly target: number | null;
  /** 推算: done ÷ rate, only when the target is absent; whole for counts. */
  readonly impliedTarget: number | null;
  readonly done: number | null;
  /** Target − done, in the row's unit. */
  readonly gap: number | null;
  /** 序时 in percent, rounded to 2 decimals. */
  readonly elapsed: number | null;
  /** What the 序时 counted, `300/366天`; null where there is none. */
  readonly clock: Clock | null;
  /** Why there is no 序时; empty where there is one. */
  readonly clockReason: string;
  /**
   * How far on the good side, in 个百分点, rounded to 2 decimals: rate − 序时 of a target to reach; 序时 − rate of a limit on
   * what adds up; 100 − rate of any other limit, which no clock judges. Null where the direction is unknown.
   */
  readonly lead: number | null;
  /** `快14.3个百分点`, `与序时持平`; of limits `多用3.0个百分点`, `低于控制数2例`, `超控制数2例`; empty where there is none. */
  readonly leadText: string;
  readonly light: Light;
  /** Past a limit; null where the target isn't one, or it can't be said. */
  readonly exceeded: boolean | null;
  /** Over 100% of a target to reach. */
  readonly over: boolean;
  /** Promised, with nothing done reported. */
  readonly plan: boolean;
  /** ISO end of the period. */
  readonly due: string;
  /** Days after the cut-off day up to the due day, negative once it is past; null without a cut-off day inside or after the period. */
  readonly daysLeft: number | null;
  /** Who answers for it: the organisation, or the office named in the row's note; may be empty. */
  readonly responsible: string;
  /** 上年同期, where it is known. */
  readonly lastYear: LastYear | null;
  /** Among its peers, where the light goes by rank; else null. */
  readonly standing: PeerRank | null;
  readonly notes: readonly Note[];
}

export interface CompletionContext extends LightContext {
  /** The indicator that measures the programme's result, which may say that less is better. */
  readonly indicator?: Indicator;
  /** Looks a place up by id, to name the county of an organisation. */
  readonly placeOf?: (id: string) => Place | undefined;
  /** Other rows that say the same. */
  readonly witnesses?: readonly ProgressRow[];
  readonly lastYear?: (c: Undated) => LastYear | null;
}

/** What the clock counted: days, whole months, or the programme's own dated milestones. */
export interface Clock {
  readonly by: '日' | '月' | '进度安排';
  /** Days or months passed and in all; null by milestones. */
  readonly passed: number | null;
  readonly of: number | null;
  /** `300/366天`, `10/12个月`, `按进度安排`. */
  readonly text: string;
}

/** 序时 in percent, or null with the reason why there is none. */
export interface Elapsed {
  readonly percent: number | null;
  readonly clock: Clock | null;
  readonly reason: string;
}

/** A completion before anything is known of last year. */
export type Undated = Omit<Judged, 'lastYear' | 'standing'>;

export interface LastYear {
  /** Where the tick stands: percent of a target, rounded to 2 decimals. */
  readonly percent: number;
  /** 完成率: last year's own completion; 完成数: last year's done ÷ this year's target. */
  readonly basis: '完成率' | '完成数';
  /** 推算: back-calculated from a stated change, or measured against an implied target. */
  readonly derived: boolean;
  /** What it rests on: a progress row, or an observation of the programme's indicator. */
  readonly row: ProgressRow | null;
  readonly observation: Observation | null;
  /** `上年同期65.2%`, `上年同期2,400例`, `上年同期推算2,400例`. */
  readonly text: string;
}
