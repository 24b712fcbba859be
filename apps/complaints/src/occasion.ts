/** The moment something happens here, and what caused it. */
export interface Occasion {
  now: Date;
  /** The hospital's time zone. */
  zone: string;
  /** Id of the event that caused it; absent for people's requests and for deadlines. */
  cause?: string;
}
