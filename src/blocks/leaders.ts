/** The dots between an entry of a table of contents and its page. */
export const LEADERS = /(?<![.…·_])[.…·_]{4,}\s*\d{1,3}\s*$/u

/** With the dots of leaders next to each other, which some programs set apart: "Doel . . . . . 4". */
export const closedLeaders = (text: string): string => text.replace(/(?<=[.…·_])[ \t\u00A0]{1,4}(?=[.…·_])/gu, '')
