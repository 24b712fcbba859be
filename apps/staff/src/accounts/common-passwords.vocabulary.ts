/**
 * What people choose most, here and elsewhere, without the digits and signs they put around it: "Woaini1314!" is
 * "woaini". From the published tops of leaked lists, with what a hospital's staff would think of.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort passw0rd p@ssw0rd p@ssword pass word letmein welcome login admin administrator root superuser
  master default guest user test testing demo temp temporary changeme changeit secret private access system server
  qwerty qwertyuiop qwertyui qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc wasd
  iloveyou ilovechina loveyou lovely love sunshine princess dragon monkey football baseball superman batman shadow
  michael jordan jennifer charlie daniel thomas michelle freedom whatever trustno hello helloworld starwars computer
  internet samsung google apple iphone huawei xiaomi tencent alibaba taobao alipay wechat weixin
  woaini woaini woainima woaiwojia woaizhongguo woaimama woshishui woaiwo aini ainiyiwannian wodemima mima
  mimashi nihao nihaoma zhongguo china beijing shanghai guangzhou shenzhen tianjin chongqing chengdu wuhan hangzhou
  nanjing xian zhonghua renmin gongchandang laopo laogong baobei baobao qinaide xiaoming xiaohong wangwei zhangwei
  liwei lina wangfang zhangmin lijing wangjing zhangli liqiang wangqiang zhanglei wanglei liuwei liuyang
  wocao caonima niubi shabi dashabi meiyoumima buzhidao wangjile suibian pass qaz wsx aaa abc abcd abcde abcdef
  abcdefg abcdefgh xyz asd zxc qwe a
  hospital yiyuan yiyuanadmin renminyiyuan kefu kefuzhongxin huifang huishi hushi yisheng daifu doctor nurse health
  medical clinic patient his emr customer service customerservice callcenter support office summer winter spring
  autumn monday friday january december longlive fortune gongxifacai facai zhaocaijinbao jixiang ruyi
  密码 我爱你 我的密码 医院 中国 北京 上海 人民医院 管理员 客服 护士 医生`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
