/** Days before its day on which a review is near: a council meets about every six weeks, and wants to see it twice. */
const NEAR = 90

/** Whether the day on which a policy must be looked at again has passed, is near, or is far. Days YYYY-MM-DD. */
export function reviewState(review: string, today: string): 'passed' | 'near' | 'later' {
  const days = (Date.parse(`${review}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000
  return days < 0 ? 'passed' : days <= NEAR ? 'near' : 'later'
}
