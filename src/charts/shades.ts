/** Grounds of areas from the least to the greatest, and the same on other grounds than white: ink reads on each. */

/** One hue that gets darker, so that a grey print keeps the order. */
export const SHADES = ['#eef4fb', '#d3e2f4', '#b4cce9', '#93b4dc', '#729bcd'] as const;

/** On a dark ground the greatest is the brightest: it stands out there, as the darkest does on white. */
export const DARK_SHADES = ['#1b2a44', '#223a61', '#294a80', '#315a9e', '#396bbb'] as const;
