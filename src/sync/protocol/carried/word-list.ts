/**
 * 1,024 Vietnamese syllables as they are typed without marks, ten bits each. Of sounds that the north does not tell
 * apart (tr and ch, s and x, gi, r and d, y and i) only one is used, so that a word read over the telephone is one word;
 * none holds what Telex or VNI turn into a mark. People may type the marks all the same: they are dropped.
 */
export const wordList: readonly string[] = `
ac ai ang anh ao au ay ba bac bai bam ban bang banh bao bap bat bau bay bech bem ben benh beo bep bet
beu bi bich biem bien biep biet bieu bim bin binh bip bit biu boc boi bom bon bong bop bot bu bua buc
bui bum bun bung buoc buom buon buong buop buot but ca cam can cang canh cao cap cat cau cay cha chac
chai cham chan chang chanh chao chap chat chau chay che chech chen chenh cheo chep cheu chi chiem chien
chiep chiet chieu chin chinh chip chit chiu choa choai choan choat choc choi chom chon chong chop chot
chu chua chuan chuat chuc chui chum chun chung chuoc chuoi chuom chuon chuong chuop chuot chut chuyen
coa coai coan coang coat coc coi com con cong cop cot cua cuan cuat cuc cui cum cun cung cuoc cuoi cuom
cuon cuong cuop cuot da dac dan dang danh dao dap dat day de dech dem den denh dep det dien diep diet
dieu dim din dinh dip diu do doa doai doan doang doat doc doi dom don dong dop dot dua duan duat duc dui
dum dun dung duoc duoi duom duon duong duop duot dut duyen ep ga gac gai gam gan gang ganh gao gap gat
gau gay ghe ghech ghem ghen ghenh gheo ghep ghet ghi ghiem ghien ghip ghiu go goc goi gom gon gong gop
got gua guc gui gum gun gung guoc guoi guom guon guong guop guot gut ha hac hai ham han hanh hao hap hat
hau hay he hech hem hen henh heo hep het heu hi hich hiem hien hiet hieu him hin hinh hip hit hiu ho hoa
hoai hoan hoang hoat hoc hoi hom hon hong hop hot hu hua huan huat huc hui hum hun hung huoc huoi huom
huon huong huop huot hut huyen ke kech kem ken kenh keo kep ket keu kha khac khai kham khan khang khanh
khao khap khat khau khay khe khech khem khen khenh kheo khep khet khich khiem khien khiep khiet khieu
khim khin khinh khip khit khiu kho khoa khoai khoan khoat khoc khoi khom khon khong khop khot khu khua
khuan khuat khuc khui khum khun khung khuoc khuoi khuom khuon khuong khuop khuot khut khuyen ki kich
kiem kien kiep kiet kieu kim kin kinh kip kit kiu la lac lai lam lan lang lanh lao lap lat lau lay le
lech lem len lenh leo lep let leu li lich liem lien liep liet lieu lim lin linh lip lit liu loa loai
loan loang loat loc loi lom long lop lu lua luan luat luc lui lum lun lung luoc luoi luom luon luong
luop luot lut luyen mac mai mam man mang manh mao map mau may me mech mem men menh meo mep met meu mi
mich miem mien miep miet mieu mim min minh mip mit miu mo moc moi mom mon mong mop mot mua muc mui mum
mun mung muoc muoi muom muon muong muop muot mut na nac nai nam nan nang nanh nao nap nat nau nay ne
nech nem nen nenh neo nep net neu nga ngac ngai ngam ngan ngang nganh ngao ngap ngat ngau ngay nghe
nghech nghem nghen nghenh ngheo nghep nghet nghi nghich nghiem nghien nghiet nghieu nghim nghin nghinh
nghip nghit nghiu ngo ngoa ngoai ngoan ngoang ngoat ngoc ngoi ngom ngon ngong ngop ngot ngua nguc ngui
ngum ngun ngung nguoc nguoi nguom nguon nguong nguop nguot ngut nha nhac nhai nham nhan nhang nhanh nhao
nhap nhat nhau nhay nhe nhech nhem nhen nhenh nheo nhep nhet nhi nhich nhiem nhien nhiep nhiet nhieu
nhim nhin nhinh nhip nhit nhiu nho nhoa nhoai nhoan nhoang nhoat nhoc nhoi nhom nhon nhong nhop nhot nhu
nhua nhuc nhui nhum nhun nhung nhuoc nhuoi nhuom nhuon nhuong nhuop nhuot nhut nhuyen ni nich niem nien
niep niet nieu nim nin ninh nip nit niu no noc noi nom non nong nop not nu nua nuc nui num nun nuoc nuoi
nuom nuon nuong nuop nuot nut oang oc oi om on ong pha phac phai pham phan phang phanh phao phap phat
phau phay phech phem phen phenh pheo phep phi phich phiem phien phiep phiet phieu phim phin phinh phip
phit phiu pho phoc phoi phom phon phong phop phot phu phua phuc phui phum phun phung phuoc phuoi phuom
phuon phuong phuop phuot phut qua quai quan quang quanh quat quay quem quen queo quet quinh quit ta tac
tai tam tan tang tanh tao tap tat tau tay te tech tem ten tenh teo tep tet teu tha thac thai tham than
thang thanh thao thap that thau thay the thech them then thenh theo thep thet theu thi thich thiem thien
thiep thiet thieu thim thin thinh thip thiu tho thoa thoai thoan thoang thoat thoc thoi thom thon thong
thop thot thu thua thuan thuat thuc thui thum thun thung thuoc thuoi thuom thuon thuop thuot thut thuyen
tich tiem tien tiep tiet tieu tim tin tinh tip tit tiu to toa toai toan toang toat toc toi tom ton tong
top tot tu tua tuan tuat tuc tui tum tun tung tuoc tuoi tuom tuon tuong tuop tuot tut tuyen ua ui um un
ung va vac vai vam van vang vanh vao vap vat vau vay ve vech vem ven venh veo vep vet vi vich viem vien
viep viet vieu vim vin vinh vip vit viu vo voc voi vom von vong vop vot vua vuc vui vum vun vung vuoc
vuoi vuom vuon vuong vuop vuot vut xa xac xai xam xan xang xanh xao xap xat xau xay xe xech xem xen xenh
xeo xep xet xi xich xiem xien xiep xiet xieu xim xin xinh xip xit xiu xo xoa xoai xoan xoang xoat xoc
xoi xom xon xong xop xot xu xua xuan xuat xuc xui xum xun xung xuoc xuoi xuom xuon xuong xuop xuot xut
xuyen
`
  .trim()
  .split(/\s+/u)
