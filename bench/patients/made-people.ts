import { Seeded, Weighted } from '../harness/seeded.js';
import { madeName } from './made-names.js';
import { nameKeys } from './name-keys.js';

export interface MadePerson {
  id: string;
  name: string;
  sex: 'male' | 'female';
  birthDate: string;
  nationalId: string | null;
  phone: string;
  address: string;
  district: string;
  deceased: boolean;
  mergedInto: string | null;
  purposes: string[];
  createdAt: string;
}

const DAY_MS = 86_400_000;
/** Records were made day by day in the ten years before it. */
const LAST_DAY = Date.UTC(2026, 10, 1);
const YEARS = 10;

const REGIONS = new Weighted<[string, string, string]>([
  [['310101', '上海市', '黄浦区'], 9],
  [['310104', '上海市', '徐汇区'], 16],
  [['310105', '上海市', '长宁区'], 9],
  [['310106', '上海市', '静安区'], 13],
  [['310107', '上海市', '普陀区'], 14],
  [['310110', '上海市', '杨浦区'], 15],
  [['310112', '上海市', '闵行区'], 24],
  [['310115', '上海市', '浦东新区'], 52],
  [['320505', '江苏省苏州市', '虎丘区'], 8],
  [['320583', '江苏省苏州市', '昆山市'], 9],
  [['330106', '浙江省杭州市', '西湖区'], 6],
  [['340104', '安徽省合肥市', '蜀山区'], 4],
]);
const ROADS = ['人民路', '中山路', '建设路', '和平街', '解放路', '民生路', '长江路', '光明新村', '文化路', '新华街'];
const AGES = new Weighted([
  [0, 5],
  [5, 4],
  [15, 7],
  [25, 14],
  [35, 16],
  [45, 15],
  [55, 15],
  [65, 14],
  [75, 7],
  [85, 3],
] as [number, number][]);

/** Made-up people, always the same ones. The first digits of an id are its time, as with those of the service. */
export class MadePeople {
  private readonly random = new Seeded(20_261_122);
  private readonly nationalIds = new Set<string>();
  private previous: MadePerson | undefined;

  constructor(private readonly total: number) {}

  make(index: number): MadePerson {
    const { random, previous } = this;
    const createdAt = LAST_DAY - Math.floor(YEARS * 365 * DAY_MS * (1 - index / this.total));
    const sex = random.next() < 0.47 ? 'male' : 'female';
    const birthDate = this.birthDate(createdAt);
    const [code, city, district] = REGIONS.draw(random);
    // Families give one number.
    const phone = previous && random.next() < 0.06 ? previous.phone : this.phone(index);
    const isMerged = previous !== undefined && previous.mergedInto === null && random.next() < 0.01;
    const person: MadePerson = {
      ...{ id: this.id(createdAt, index), name: madeName(random), sex, birthDate, phone, district },
      nationalId: random.next() < 0.8 ? this.nationalId(code, birthDate, sex, index) : null,
      address: `${city}${district}${random.of(ROADS)}${1 + random.below(1800)}弄${1 + random.below(90)}号${101 + random.below(2000)}室`,
      deceased: random.next() < 0.012,
      mergedInto: isMerged ? previous.id : null,
      purposes: [
        'care',
        'follow-up',
        ...(random.next() < 0.35 ? ['marketing'] : []),
        ...(random.next() < 0.1 ? ['research'] : []),
      ],
      createdAt: new Date(createdAt).toISOString(),
    };
    return (this.previous = person);
  }

  private birthDate(createdAt: number): string {
    const days = (AGES.draw(this.random) + this.random.next() * 10) * 365.2425;
    return new Date(Math.min(createdAt, LAST_DAY - days * DAY_MS)).toISOString().slice(0, 10);
  }

  /** A mobile number of a network that exists; the digits go up and down so that neighbours are no neighbours here. */
  private phone(index: number): string {
    const network = this.random.of(['135', '136', '138', '139', '150', '158', '186', '188', '177', '133']);
    return `+86${network}${String((index * 48_271 + 12_345) % 100_000_000).padStart(8, '0')}`;
  }

  /** GB 11643; whoever would have somebody else's has none. */
  private nationalId(region: string, birthDate: string, sex: string, index: number): string | null {
    const serial = ((index * 2) % 1000) + (sex === 'male' ? 1 : 0);
    const digits = `${region}${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
    const number = `${digits}${'10X98765432'[sum % 11]}`;
    if (this.nationalIds.has(number)) return null;
    this.nationalIds.add(number);
    return number;
  }

  private id(at: number, index: number): string {
    const time = at.toString(16).padStart(12, '0');
    const rest =
      this.random
        .below(2 ** 30)
        .toString(16)
        .padStart(8, '0') + index.toString(16).padStart(7, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6).padEnd(12, '0')}`;
  }
}

const keys = new Map<string, ReturnType<typeof nameKeys>>();

/** The keys of a name; most names come again and again. */
export function keysOf(name: string): ReturnType<typeof nameKeys> {
  const known = keys.get(name);
  if (known) return known;
  const made = nameKeys(name);
  if (keys.size < 300_000) keys.set(name, made);
  return made;
}
