/** Somebody of the demo hospital, in the words of HL7. */
export interface Person {
  mrn: string;
  /** Family ^ given. */
  name: string;
  birth: string;
  sex: 'M' | 'F';
  phone: string;
}
