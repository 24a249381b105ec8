/** Minutes for people: `1 minute`, `14 minutes`. */
export const readableMinutes = (minutes: number): string => `${Math.round(minutes)} minute${Math.round(minutes) === 1 ? '' : 's'}`
