import java.net.*;
/** Addresses of the web are taken apart, put together and compared as on HotSpot, without a network. */
public class WebAddresses { public static void main(String[] a) throws Exception {
  URL b = new URL("https://example.org/dev/");
  System.out.println(b + " " + b.getPort() + " " + b.getDefaultPort());
  URL u = new URL(b, "sensors?id=8&x=1#r");
  System.out.println(u + " " + u.getFile() + " " + u.getRef() + " " + u.getQuery() + " " + u.getPath());
  System.out.println(new URL(u.getProtocol(), u.getHost(), u.getPort(), "/x/../y?q"));
  System.out.println(b.equals(new URL("https://EXAMPLE.org:443/dev/")) + " " + b.sameFile(u));
  System.out.println(new URL("file:/tmp/x y").toString() + new URL("ftp://u:p@h:2121/f").getUserInfo());
  try { new URL("gopher://x/"); } catch (MalformedURLException e) { System.out.println(e.getMessage()); }
  try { new URL("no"); } catch (MalformedURLException e) { System.out.println(e.getMessage()); }
  try { new URL("http://[::1"); } catch (MalformedURLException e) { System.out.println(e.getMessage()); }
  System.out.println(new URL("http://[::1]:80/a").getHost());
  System.out.println(u.toURI());
} }
