// Words beside the interface's own that the subsets must hold.

/** Greetings and names of languages: on every screen in every script, in whichever language it speaks. */
export const tongues =
  '中文 欢迎光临 有人正在赶来。 请到前台，或呼救。 请到前台 العربية أهلًا وسهلًا المساعدة قادمة إليك. إلى الاستقبال الآن، أو المناداة. يرجى التوجه إلى الاستقبال.';

/** What clinics call their services, rooms and waiting areas in Chinese: configuration that comes at run time. */
export const clinicWords = `
一二三四五六七八九十零〇号楼层室区厅门左右前后上下直走转弯旁边电梯楼梯走廊尽头入口出口
诊所医院候诊区候诊室诊室护士医生大夫前台服务台挂号收费处药房取药抽血采血化验检验检查换药注射
疫苗接种儿科内科外科妇科产科眼科牙科口腔皮肤耳鼻喉骨科心脏超声放射影像理疗康复心理营养体检
全科普通门诊急诊预约复诊初诊咨询登记报到住院手术测量血压血糖验光配镜处方续方慢病糖尿病高血压
慢性病管理孕产儿童成人老人家庭社区健康中心伤口护理拆线石膏雾化输液观察留观结果报告领取缴费退费
周一二三四五六日上午下午晚上今天明天昨天年月日时分秒点
`;
