import { Weighted, type Seeded } from '../harness/seeded.js';

/** The commonest surnames with their share of the population in per mille (Ministry of Public Security, 2020). */
const SURNAMES: [string, number][] = [
  ...per(72, '王李'),
  ...per(68, '张'),
  ...per(54, '刘'),
  ...per(46, '陈'),
  ...per(31, '杨'),
  ...per(24, '黄'),
  ...per(20, '赵吴周'),
  ...per(14, '徐孙马朱胡'),
  ...per(12, '郭何林高罗'),
  ...per(8, '郑梁谢宋唐许韩邓冯曹彭曾肖田董'),
  ...per(6, '潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏'),
  ...per(4, '傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常'),
  ...per(2, '汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐单翟仇区解查'),
  ...['欧阳', '上官', '司马', '诸葛', '尉迟', '夏侯', '令狐', '慕容'].map((name): [string, number] => [name, 0.3]),
];

/** Given names that very many have; one person in five here. */
const FAMOUS =
  '伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 玉兰 建华 建国 国强 志强 桂兰 玉梅 海燕 红梅 丽华 婷婷 浩然 子涵 梓涵 欣怡 宇轩 雨桐 一诺 俊杰 晓东 建军 淑珍 秀珍 志明 凤英 玉珍 春梅'.split(
    ' ',
  );
/** Characters of given names, commonest first; the share falls with the rank. */
const CHARACTERS =
  '英华玉秀文明兰金国春红丽海云建志芳永平美军梅淑珍荣艳俊桂凤德玲清晓林霞晨伟燕成福生立庆新东小辉洪雪宇宁洁波涛飞峰浩杰佳嘉子雨欣怡涵梓轩诗琪思博瑞泽昊天宏达学振光世忠义仁礼智信家正长安康乐喜庆瑶婷娜敏静琴素莲香月翠爱慧巧蓉萍琳璐倩颖莹晶鑫森淼焱垚磊强刚勇毅胜利民兵卫青松柏山川江河湖'.split(
    '',
  );

const surnames = new Weighted(SURNAMES);
const famous = new Weighted(FAMOUS.map((name, rank): [string, number] => [name, 1 / (rank + 8)]));
const characters = new Weighted(
  [...new Set(CHARACTERS)].map((character, rank): [string, number] => [character, 1 / (rank + 20)]),
);

/** A name as often as there are such names: half of the people share one with hundreds of others. */
export function madeName(random: Seeded): string {
  const surname = surnames.draw(random);
  if (random.next() < 0.2) return surname + famous.draw(random);
  const first = characters.draw(random);
  return random.next() < 0.12 ? surname + first : surname + first + characters.draw(random);
}

function per(mille: number, names: string): [string, number][] {
  return [...names].map((name) => [name, mille]);
}
