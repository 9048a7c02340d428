/** A link to a place on the page. */
export const fragment = (id: string): string => `#${encodeURIComponent(id)}`
