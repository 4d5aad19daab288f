/** Hours of what is priced by the month of 730 hours, as Fargate is here. */
export const HOURS_IN_MONTH = 730;
