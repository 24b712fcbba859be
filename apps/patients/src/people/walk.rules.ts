/** What a record found through the inverted index costs, in records read in their order: it lies anywhere. */
const COST_OF_A_HIT = 3;

/**
 * Whether reading records in their order until enough of them fit is cheaper than finding all that fit and sorting them.
 * @param share of the records that fit, 0 to 1
 */
export function isWorthWalking({
  share,
  records,
  wanted,
}: {
  share: number;
  records: number;
  wanted: number;
}): boolean {
  return share > 0 && wanted / share <= COST_OF_A_HIT * share * records;
}
