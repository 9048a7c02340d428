/**
 * How often a law is tried in invented cases. A seed gives the same cases each time, so that after the first hundred a run of the suite hardly
 * learns what the one before it did not; `npm run laws` tries thousands.
 */
export const runs = (few: number): number => Math.max(few, Number(process.env.CLAUSULE_LAWS ?? 0))
