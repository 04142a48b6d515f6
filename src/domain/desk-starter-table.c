/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-starter.h"

/* The starting set, in Chinese as the desks that begin with it speak. */

static const DeskStarterCalendar calendars[] = {
  { "desk", "前台", "08:30-12:00,14:00-18:00", 0xfe, FALSE },
  { "office", "办公", "08:30-12:00,14:00-18:00", 0x3e, TRUE },
  { "always", "全天", "", 0xfe, FALSE },
};

/* domain.md's table of durations. */
#define ORDINARY DESK_URGENCY_ORDINARY, 0, 30, "desk", 24, DESK_DURATION_CLOCK_HOURS, "desk"
#define URGENT DESK_URGENCY_URGENT, 0, 30, "always", 24, DESK_DURATION_CLOCK_HOURS, "always"
#define DANGER DESK_URGENCY_DANGER, 0, 5, "always", 2, DESK_DURATION_CLOCK_HOURS, "always"
#define COMPLEX DESK_URGENCY_ORDINARY, 0, 30, "desk", 5, DESK_DURATION_WORKING_DAYS, "office"
#define C_ORDINARY DESK_URGENCY_ORDINARY, DESK_SEVERITY_ORDINARY, 30, "desk", 24, DESK_DURATION_CLOCK_HOURS, "desk"
#define C_SERIOUS DESK_URGENCY_URGENT, DESK_SEVERITY_SERIOUS, 30, "desk", 48, DESK_DURATION_CLOCK_HOURS, "desk"
#define C_MAJOR DESK_URGENCY_URGENT, DESK_SEVERITY_MAJOR, 5, "always", 0, DESK_DURATION_WORKING_DAYS, "office"

#define ALL 1000000
#define THIRD 300000
#define NO_PART 0
#define FITTINGS DESK_WARRANTY_FITTINGS
#define WATERPROOF DESK_WARRANTY_WATERPROOF
#define HEATING DESK_WARRANTY_HEATING
#define STRUCTURE DESK_WARRANTY_STRUCTURE

#define GROUP(name) { NULL, name, DESK_CASE_REPAIR, ORDINARY, THIRD, NO_PART, 0, 0, "", "" }
#define C_GROUP(name) { NULL, name, DESK_CASE_COMPLAINT, C_ORDINARY, ALL, NO_PART, 0, 0, "", "" }
#define REPAIR(group, name, times, share, part, from, to, words, script) \
  { group, name, DESK_CASE_REPAIR, times, share, part, from, to, words, script }
#define COMPLAINT(group, name, times, words, script) \
  { group, name, DESK_CASE_COMPLAINT, times, ALL, NO_PART, 0, 0, words, script }

static const DeskStarterCategory categories[] = {
  GROUP ("给排水"),
  REPAIR ("给排水", "爆管跑水", URGENT, ALL, FITTINGS, 0, 20000, "爆管,跑水,喷水,水管爆,大量漏水,淹水",
          "总阀关了没有？不会关就先教\n楼下有没有渗水？\n漏的是清水、热水还是污水？"),
  REPAIR ("给排水", "厨房", ORDINARY, ALL, FITTINGS, 3000, 20000, "厨房漏水,厨房,水槽,洗菜盆,菜盆,下水管,厨房下水,厨房堵",
          "总阀关了没有？不会关就先教\n楼下有没有渗水？\n漏的是清水还是污水？"),
  REPAIR ("给排水", "卫生间", ORDINARY, ALL, FITTINGS, 3000, 20000, "卫生间漏水,卫生间,马桶,坐便,便池,花洒,浴室,面盆,洗手盆,地漏,返水,返味,厕所",
          "是堵还是漏？\n楼下有没有渗水？\n有没有备用卫生间？"),
  REPAIR ("给排水", "龙头阀门", ORDINARY, THIRD, FITTINGS, 2000, 12000, "水龙头,龙头,阀门,角阀,软管,水表,滴水", "关得住吗？\n是自家买的还是交房带的？"),
  REPAIR ("给排水", "无水水压", URGENT, ALL, NO_PART, 0, 0, "没水,无水,水压,水小,停水了,水很小", "邻居家有没有水？\n热水冷水都没有吗？"),
  REPAIR ("给排水", "公区下水", URGENT, THIRD, NO_PART, 0, 0, "污水井,雨水,排水沟,井盖,化粪池,下水道,管道堵,主管堵", "在哪个位置？\n有没有漫到路面或车库？"),
  GROUP ("电"),
  REPAIR ("电", "全屋停电", URGENT, ALL, FITTINGS, 0, 10000, "停电,没电,断电,跳闸,空开", "是自家还是整层？\n电卡有没有余额？\n合闸后还跳吗？"),
  REPAIR ("电", "插座开关", ORDINARY, THIRD, FITTINGS, 2000, 10000, "插座,开关,线路,电线,打火花", "有没有焦味？\n这一路断开了没有？"),
  REPAIR ("电", "公区照明", ORDINARY, THIRD, NO_PART, 0, 0, "楼道灯,路灯,走廊灯,感应灯,车库灯,公共照明,电梯厅灯", "几栋几单元几层？"),
  REPAIR ("电", "灯具", ORDINARY, THIRD, FITTINGS, 2000, 15000, "灯不亮,灯坏,吊灯,吸顶灯,灯泡,灯闪,筒灯", "只有一盏还是一片？\n灯多高，要不要梯子？"),
  REPAIR ("电", "漏电触电", DANGER, ALL, FITTINGS, 0, 0, "漏电,触电,电麻,电到人", "人有没有事？先打 120\n先断总闸，别再碰"),
  GROUP ("门窗"),
  REPAIR ("门窗", "入户门锁", URGENT, ALL, FITTINGS, 0, 30000, "入户门,门锁,锁坏,打不开门,钥匙断,反锁,进不了门,防盗门", "人在门外还是门内？\n屋里有没有老人小孩、开着火？"),
  REPAIR ("门窗", "窗", ORDINARY, THIRD, FITTINGS, 3000, 30000, "窗户,窗扇,窗玻璃,玻璃,纱窗,推拉门,窗把手,窗关不上", "玻璃有没有坠落危险？\n窗下先不要站人"),
  REPAIR ("门窗", "室内门", ORDINARY, THIRD, FITTINGS, 3000, 20000, "房门,室内门,门把手,合页,门框,闭门器,柜门", ""),
  REPAIR ("门窗", "单元门", URGENT, THIRD, NO_PART, 0, 0, "单元门,大堂门,楼道门,防火门", "门关不上还是打不开？"),
  GROUP ("电梯"),
  REPAIR ("电梯", "困人", DANGER, ALL, NO_PART, 0, 0, "困人,困在电梯,被困,关在电梯", "几个人，有没有老人孕妇？\n停在几层？\n安抚：不扒门，等救援"),
  REPAIR ("电梯", "故障停梯", URGENT, ALL, NO_PART, 0, 0, "电梯坏,电梯停,电梯故障,电梯不动,电梯", "哪一部，停在几层？\n里面有没有人？"),
  REPAIR ("电梯", "异响抖动", URGENT, THIRD, NO_PART, 0, 0, "电梯响,电梯抖,电梯异响,电梯晃,电梯按钮,电梯灯", "哪一部，上行还是下行？"),
  GROUP ("燃气"),
  REPAIR ("燃气", "泄漏", DANGER, ALL, NO_PART, 0, 0, "燃气泄漏,煤气泄漏,煤气味,燃气味,天然气味,燃气漏", "开窗，关总阀，不开关电器\n人先到楼下\n拨燃气公司抢修电话"),
  REPAIR ("燃气", "灶具接头", ORDINARY, ALL, FITTINGS, 2000, 15000, "燃气灶,灶头,燃气表,打不着火,热水器", "有没有异味？有味按泄漏办"),
  GROUP ("暖通"),
  REPAIR ("暖通", "供暖", URGENT, ALL, HEATING, 0, 30000, "暖气,地暖,供暖,不热,分水器,没暖气", "全屋不热还是一间？\n分水器漏不漏？"),
  REPAIR ("暖通", "空调", ORDINARY, THIRD, HEATING, 3000, 30000, "空调,外机,制冷,不制冷,出风口,新风", "外机支架松不松？松就先不要开"),
  GROUP ("防水"),
  REPAIR ("防水", "外墙渗水", COMPLEX, ALL, WATERPROOF, 0, 0, "外墙渗水,外墙漏,墙渗水,窗边渗水,墙面渗水,墙发霉", "下雨才渗还是一直渗？\n拍照留位置"),
  REPAIR ("防水", "屋面漏水", COMPLEX, ALL, WATERPROOF, 0, 0, "屋顶漏,楼顶漏,顶层漏,天花板漏,屋面漏", "是不是顶层？\n接水，移开电器"),
  REPAIR ("防水", "楼上漏水", COMPLEX, ALL, WATERPROOF, 0, 0, "楼上漏水,楼上渗水,顶上漏,天花板渗水,吊顶漏", "楼上是哪一户，家里有没有人？\n漏的是清水还是污水？"),
  REPAIR ("防水", "查漏", COMPLEX, ALL, WATERPROOF, 0, 0, "查漏,找漏点,渗水,漏水,漏", "先关总阀看表走不走\n漏在什么位置？"),
  GROUP ("墙地顶"),
  REPAIR ("墙地顶", "空鼓开裂", COMPLEX, ALL, FITTINGS, 0, 0, "瓷砖空鼓,地砖空鼓,墙砖空鼓,空鼓,开裂,裂缝,裂了,瓷砖,地砖,墙砖,地板,起鼓", "是自家装修还是交房带的？"),
  REPAIR ("墙地顶", "墙皮脱落", ORDINARY, THIRD, FITTINGS, 0, 0, "墙皮,掉灰,脱落,乳胶漆,起皮", "有没有渗水？"),
  REPAIR ("墙地顶", "结构", COMPLEX, ALL, STRUCTURE, 0, 0, "承重墙,楼板,结构,沉降,梁", "先拍照，不要动"),
  GROUP ("智能"),
  REPAIR ("智能", "可视对讲", ORDINARY, THIRD, FITTINGS, 0, 0, "对讲,可视,门铃,室内机", "黑屏还是无声？"),
  REPAIR ("智能", "门禁道闸", URGENT, THIRD, NO_PART, 0, 0, "门禁,道闸,刷卡,人脸,门禁卡,车牌识别,抬杆", "哪个出入口？\n其他卡能不能刷？"),
  REPAIR ("智能", "监控网络", ORDINARY, THIRD, NO_PART, 0, 0, "监控,摄像头,网络,宽带,信号", ""),
  GROUP ("公共设施"),
  REPAIR ("公共设施", "消防", URGENT, ALL, NO_PART, 0, 0, "消防,消防栓,烟感,喷淋,灭火器,消火栓,报警器,应急灯,疏散", "是误报还是见烟？见烟先打 119"),
  REPAIR ("公共设施", "道路地面", ORDINARY, THIRD, NO_PART, 0, 0, "路面,地砖松,台阶,栏杆,扶手,坑洼", "会不会绊人？先围起来"),
  REPAIR ("公共设施", "游乐健身", ORDINARY, THIRD, NO_PART, 0, 0, "滑梯,秋千,健身器材,游乐,儿童乐园", "还能不能用？先停用"),
  REPAIR ("公共设施", "车库充电", ORDINARY, THIRD, NO_PART, 0, 0, "充电桩,车库漏水,车库积水,减速带,地锁,车位锁", ""),
  REPAIR ("公共设施", "信报快递柜", ORDINARY, THIRD, NO_PART, 0, 0, "快递柜,信报箱,信箱,取件", ""),
  GROUP ("其他报修"),
  REPAIR ("其他报修", "其他", ORDINARY, THIRD, NO_PART, 0, 0, "坏,坏了,坏掉,维修,修一下,安装,疏通,堵了,不能用,修", ""),

  C_GROUP ("噪音扰民"),
  COMPLAINT ("噪音扰民", "邻里噪音", C_ORDINARY, "楼上噪音,噪音,太吵,吵,扰民,跳绳,弹琴,脚步声", "什么时间，多久了？\n有没有录音？\n和对方说过没有？"),
  COMPLAINT ("噪音扰民", "装修噪音", C_ORDINARY, "装修噪音,装修吵,电钻,敲墙,装修声,违规装修", "几点在施工？\n是哪一户？"),
  COMPLAINT ("噪音扰民", "广场舞商铺", C_ORDINARY, "广场舞,音响,商铺吵,油烟,烧烤", ""),
  C_GROUP ("环境卫生"),
  COMPLAINT ("环境卫生", "保洁", C_ORDINARY, "卫生差,没打扫,垃圾,脏,保洁,臭,异味,垃圾桶,楼道脏", "在哪个位置？\n多久没清了？"),
  COMPLAINT ("环境卫生", "绿化虫害", C_ORDINARY, "绿化,树枝,杂草,蚊子,蟑螂,老鼠,白蚁,虫", ""),
  COMPLAINT ("环境卫生", "宠物", C_ORDINARY, "狗叫,遛狗,狗粪,宠物,不牵绳,养狗,流浪狗,流浪猫", "是哪一户，有没有伤人？"),
  C_GROUP ("秩序车辆"),
  COMPLAINT ("秩序车辆", "乱停车", C_ORDINARY, "乱停,占车位,堵车,停车难,堵门,占道,挡车,车位被占,僵尸车,停车", "车牌多少？\n堵在哪里？"),
  COMPLAINT ("秩序车辆", "门岗保安", C_ORDINARY, "保安,门岗,陌生人,外卖,不让进,随便进,尾随", "什么时间，哪个门？"),
  COMPLAINT ("秩序车辆", "电动车", C_ORDINARY, "电动车,电瓶车,飞线,电瓶进楼,充电上楼", "停在几栋几层？"),
  COMPLAINT ("秩序车辆", "高空抛物", C_SERIOUS, "高空抛物,扔东西,抛物,楼上扔,往下扔", "有没有砸到人？\n砸在哪个位置？\n东西留着，拍照"),
  COMPLAINT ("秩序车辆", "失窃", C_MAJOR, "车被偷,被偷,被盗,失窃,小偷,偷,丢车,入室", "报警没有？\n什么时间发现的？"),
  C_GROUP ("服务"),
  COMPLAINT ("服务", "态度", C_SERIOUS, "态度,骂人,不理人,服务差,推诿,态度差", "谁，什么时间？\n先道歉，不辩解"),
  COMPLAINT ("服务", "维修不及时", C_SERIOUS, "没人修,不来修,拖了,修不好,一直没修,没人管,反复", "原单号多少？\n等了几天？"),
  COMPLAINT ("服务", "公区占用", C_ORDINARY, "占用,堆放,杂物,楼道堆,鞋柜,违建,搭建", "几栋几层？"),
  C_GROUP ("收费"),
  COMPLAINT ("收费", "物业费", C_ORDINARY, "物业费,乱收费,多收,费用,收费高,账单,水电费,公摊", "哪一笔，多少钱？"),
  COMPLAINT ("收费", "停车费", C_ORDINARY, "停车费,月租,临停费", ""),
  C_GROUP ("安全事故"),
  COMPLAINT ("安全事故", "人身受伤", C_MAJOR, "摔伤,受伤,砸伤,咬伤,狗咬,摔倒,住院", "人现在怎样？要不要 120？\n现场保留"),
  COMPLAINT ("安全事故", "财产受损", C_SERIOUS, "车被砸,被淹,泡水,损坏,赔偿,划伤,车被刮", "拍照了没有？\n估计损失多少？"),
  C_GROUP ("其他投诉"),
  COMPLAINT ("其他投诉", "其他", C_ORDINARY, "", ""),
};

/* Returns: (transfer none): the calendars a new store begins with. */
const DeskStarterCalendar *
desk_starter_calendars (guint *n)
{
  *n = G_N_ELEMENTS (calendars);
  return calendars;
}

/* Returns: (transfer none): the categories, each after its group. */
const DeskStarterCategory *
desk_starter_categories (guint *n)
{
  *n = G_N_ELEMENTS (categories);
  return categories;
}
