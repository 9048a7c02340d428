/** Whether an option is a day that exists, YYYY-MM-DD. */
export const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)

/** The day of a moment, YYYY-MM-DD, by universal time: the one certificates are in. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
